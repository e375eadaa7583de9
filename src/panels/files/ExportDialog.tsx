/** Export: what it will be, how it will look, and a preview of exactly that. */

import { Clipboard, Download, FileText, Image, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  app,
  designText,
  download,
  fileNameOf,
  pictureText,
  useApp,
  type PictureOptions,
} from '../../app/index.ts';
import { fieldTexts, transferTexts } from '../../i18n/index.ts';
import {
  Button,
  Checkbox,
  classes,
  Dialog,
  Icon,
  Segments,
  TextField,
  useLanguage,
  useTexts,
} from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { useIsDark } from '../shell/settings.ts';
import styles from './ExportDialog.module.css';

type Format = 'svg' | 'design';
type Theme = PictureOptions['theme'];
type Shown = PictureOptions['show'][number];

const extensions: Readonly<Record<Format, string>> = { svg: '.svg', design: '.vpcd.json' };
const types: Readonly<Record<Format, string>> = { svg: 'image/svg+xml', design: 'application/json' };

export default function ExportDialog() {
  const files = useTexts(transferTexts);
  const fields = useTexts(fieldTexts);
  const isDark = useIsDark();
  const design = useApp((state) => state.design);
  const [format, setFormat] = useState<Format>('svg');
  const [theme, setTheme] = useState<Theme>(isDark ? 'dark' : 'light');
  const [show, setShow] = useState<readonly Shown[]>(['findings', 'design']);
  const [name, setName] = useState(() => fileNameOf(design).replace(/\.vpcd\.json$/, ''));
  const content = useContent(format, theme, show);
  const url = usePicture(format === 'svg' ? content : undefined);

  return (
    <Dialog
      title={files.exportTitle}
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.name}>
            <TextField
              label={files.exportName}
              value={name}
              end={extensions[format]}
              check={(written) => (written === '' ? fields.nameMissing : undefined)}
              onCommit={setName}
            />
          </span>
          {content !== undefined && (
            <span className={styles.quiet}>
              {files.exportBytes(files.kilobytes(Math.max(1, Math.round(content.length / 1024))))}
            </span>
          )}
          <span className={styles.space} />
          <Button
            icon={Clipboard}
            disabled={content === undefined}
            onClick={() => void copyText(content ?? '')}
          >
            {files.copyPicture}
          </Button>
          <Button
            look="primary"
            icon={Download}
            disabled={content === undefined}
            onClick={() => {
              if (content !== undefined) download(`${name}${extensions[format]}`, content, types[format]);
            }}
          >
            {format === 'svg' ? files.downloadSvg : files.downloadFile}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.formats} role="radiogroup" aria-label={files.exportFormat}>
          <h3 className={styles.heading}>{files.exportPicture}</h3>
          <FormatChoice
            icon={Image}
            label={files.exportSvg}
            body={files.exportSvgBody}
            isChosen={format === 'svg'}
            onChoose={() => setFormat('svg')}
          />
          <h3 className={styles.heading}>{files.exportDesign}</h3>
          <FormatChoice
            icon={FileText}
            label={files.exportFile}
            body={files.exportFileBody}
            isChosen={format === 'design'}
            onChoose={() => setFormat('design')}
          />
        </div>
        {format === 'svg' ? (
          <>
            <PictureSettings theme={theme} onTheme={setTheme} show={show} onShow={setShow} />
            <div className={styles.stage}>
              {url !== undefined && <img className={styles.picture} src={url} alt={files.exportPreview} />}
            </div>
          </>
        ) : (
          <>
            <p className={styles.explained}>{files.exportFileExplained}</p>
            <pre className={styles.text} aria-label={files.exportPreview} tabIndex={0}>
              {content?.slice(0, PREVIEW)}
            </pre>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** A preview of a large file is its beginning. */
const PREVIEW = 20_000;

/** The text of the export, made anew when a setting changes; undefined while it is made. */
function useContent(format: Format, theme: Theme, show: readonly Shown[]): string | undefined {
  const language = useLanguage();
  const [made, setMade] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    const work = format === 'svg' ? pictureText(app, { theme, language, show }) : designText(app);
    work.then(
      (text) => {
        if (isWanted) setMade(text);
      },
      (fault: unknown) => {
        const reason = fault instanceof Error ? fault.message : String(fault);
        app.notify({
          tone: 'error',
          message: {
            en: `The export stopped: ${reason}. The design was not changed.`,
            ja: `エクスポートが停止しました: ${reason}。デザインは変更されていません。`,
          },
        });
      },
    );
    return () => {
      isWanted = false;
      setMade(undefined);
    };
  }, [format, theme, language, show]);
  return made;
}

/** An address of the picture for the preview, given back when another takes its place. */
function usePicture(svg: string | undefined): string | undefined {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (svg === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}

interface FormatChoiceProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly body: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const FormatChoice = ({ icon, label, body, isChosen, onChoose }: FormatChoiceProps) => (
  <button
    type="button"
    role="radio"
    aria-checked={isChosen}
    className={classes(styles.format, isChosen && styles.chosen)}
    onClick={onChoose}
  >
    <Icon of={icon} />
    <span>
      <b>{label}</b>
      <small>{body}</small>
    </span>
  </button>
);

interface PictureSettingsProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly show: readonly Shown[];
  readonly onShow: (show: readonly Shown[]) => void;
}

function PictureSettings({ theme, onTheme, show, onShow }: PictureSettingsProps) {
  const files = useTexts(transferTexts);
  const toggle = (part: Shown) => (on: boolean) =>
    onShow(on ? [...show, part] : show.filter((other) => other !== part));
  return (
    <div className={styles.settings}>
      <div>
        <h3 className={styles.setting}>{files.exportColours}</h3>
        <Segments
          fill
          label={files.exportColours}
          value={theme}
          onChange={onTheme}
          segments={[
            { value: 'light', label: files.exportLight },
            { value: 'dark', label: files.exportDark },
          ]}
        />
      </div>
      <div className={styles.group}>
        <h3 className={styles.setting}>{files.exportShow}</h3>
        <Checkbox checked={show.includes('findings')} onChange={toggle('findings')}>
          {files.exportFindings}
        </Checkbox>
      </div>
      <div className={styles.group}>
        <Checkbox checked={show.includes('design')} onChange={toggle('design')} hint={files.exportInsideHint}>
          {files.exportInside}
        </Checkbox>
      </div>
    </div>
  );
}
