/** Export: what it will be, how it will look, and a preview that is exactly that. */

import { Clipboard, Download, FileText, Image, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { app, loadFiles, useApp, type PicturePart } from '../../app/index.ts';
import { exportTexts, fieldTexts } from '../../i18n/index.ts';
import { Button, Checkbox, classes, Dialog, Icon, Segments, TextField, useTexts } from '../../ui/index.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { copyMade } from './copy-made.ts';
import { keepOptions, readOptions, type ExportOptions, type Format, type Scale } from './export-options.ts';
import { useMade, type Made } from './useMade.ts';
import styles from './ExportDialog.module.css';

const extensions: Readonly<Record<Format, string>> = {
  svg: '.svg',
  png: '.png',
  design: '.vpcd.json',
};

type Area = 'whole' | 'selection';

export default function ExportDialog() {
  const texts = useTexts(exportTexts);
  const fields = useTexts(fieldTexts);
  const design = useApp((state) => state.design);
  const selection = useApp((state) => state.selection);
  const [options, setOptions] = useState(readOptions);
  const [area, setArea] = useState<Area>('whole');
  const [name, setName] = useState(design.name);
  const { format } = options;
  const only = format !== 'design' && area === 'selection' && selection.length > 0 ? selection : undefined;
  const made = useMade(options, only);
  const change = (next: Partial<ExportOptions>) => {
    const all = { ...options, ...next };
    setOptions(all);
    keepOptions(all);
  };
  const save = async () => {
    if (made?.state !== 'made') return;
    const { download, safeName } = await loadFiles();
    download(`${safeName(name)}${extensions[format]}`, made.blob, made.blob.type);
  };
  const isMade = made?.state === 'made';

  return (
    <Dialog
      title={texts.title}
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.name}>
            <TextField
              label={texts.name}
              value={name}
              end={extensions[format]}
              check={(written) => (written === '' ? fields.nameMissing : undefined)}
              onCommit={setName}
            />
          </span>
          <Size made={made} />
          <span className={styles.space} />
          <Button icon={Clipboard} disabled={!isMade} onClick={() => made && void copyMade(app, made)}>
            {texts.copy}
          </Button>
          <Button look="primary" icon={Download} disabled={!isMade} onClick={() => void save()}>
            {{ svg: texts.downloadSvg, png: texts.downloadPng, design: texts.downloadFile }[format]}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <Formats format={format} onChoose={(next) => change({ format: next })} />
        {format === 'design' ? (
          <p className={styles.explained}>{texts.fileExplained}</p>
        ) : (
          <PictureSettings
            options={options}
            onChange={change}
            area={only ? 'selection' : 'whole'}
            canSelect={selection.length > 0}
            onArea={setArea}
          />
        )}
        <Stage made={made} />
      </div>
    </Dialog>
  );
}

function Size({ made }: { readonly made: Made | undefined }) {
  const texts = useTexts(exportTexts);
  if (made?.state !== 'made') return null;
  const { size } = made.blob;
  const bytes =
    size >= 1024 * 1024
      ? texts.megabytes(size / (1024 * 1024))
      : texts.kilobytes(Math.max(1, Math.round(size / 1024)));
  return (
    <span className={styles.quiet}>
      {made.width === undefined || made.height === undefined
        ? texts.bytes(bytes)
        : texts.dimensions(made.width, made.height, bytes)}
    </span>
  );
}

/** A preview of a large file is its beginning. */
const PREVIEW = 20_000;

function Stage({ made }: { readonly made: Made | undefined }) {
  const texts = useTexts(exportTexts);
  if (made?.state === 'made' && made.text !== undefined && made.width === undefined) {
    return (
      <pre className={styles.text} aria-label={texts.preview} tabIndex={0}>
        {made.text.slice(0, PREVIEW)}
      </pre>
    );
  }
  return (
    <div className={styles.stage}>
      {made?.state === 'made' && <Preview blob={made.blob} />}
      {made?.state === 'too large' && <p className={styles.refused}>{texts.tooLarge}</p>}
      {made === undefined && <p className={styles.refused}>{texts.drawing}</p>}
    </div>
  );
}

function Preview({ blob }: { readonly blob: Blob }) {
  const texts = useTexts(exportTexts);
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === undefined ? null : <img className={styles.picture} src={address} alt={texts.preview} />;
}

function Formats({
  format,
  onChoose,
}: {
  readonly format: Format;
  readonly onChoose: (next: Format) => void;
}) {
  const texts = useTexts(exportTexts);
  const row = (value: Format, icon: LucideIcon, label: string, body: string) => (
    <button
      type="button"
      role="radio"
      aria-checked={format === value}
      className={classes(styles.format, format === value && styles.chosen)}
      onClick={() => onChoose(value)}
    >
      <Icon of={icon} />
      <span>
        <b>{label}</b>
        <small>{body}</small>
      </span>
    </button>
  );
  return (
    <div className={styles.formats} role="radiogroup" aria-label={texts.format}>
      <h3 className={styles.heading}>{texts.picture}</h3>
      {row('svg', Image, texts.svg, texts.svgBody)}
      {row('png', Image, texts.png, texts.pngBody)}
      <h3 className={styles.heading}>{texts.design}</h3>
      {row('design', FileText, texts.file, texts.fileBody)}
    </div>
  );
}

interface PictureSettingsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
  readonly area: Area;
  readonly canSelect: boolean;
  readonly onArea: (area: Area) => void;
}

function PictureSettings({ options, onChange, area, canSelect, onArea }: PictureSettingsProps) {
  const texts = useTexts(exportTexts);
  const { format, theme, icons, show, ids, publicAddresses, scale } = options;
  const box = (part: PicturePart, label: string) => (
    <Checkbox
      checked={show.includes(part)}
      onChange={(on) => onChange({ show: on ? [...show, part] : show.filter((other) => other !== part) })}
    >
      {label}
    </Checkbox>
  );
  return (
    <div className={styles.settings}>
      <Setting label={texts.area}>
        <Segments
          fill
          label={texts.area}
          value={area}
          onChange={onArea}
          disabled={!canSelect}
          segments={[
            { value: 'whole', label: texts.whole },
            { value: 'selection', label: texts.selection },
          ]}
        />
        {!canSelect && <p className={styles.hint}>{texts.noSelection}</p>}
      </Setting>
      <Setting label={texts.colours}>
        <Segments
          fill
          label={texts.colours}
          value={theme}
          onChange={(next) => onChange({ theme: next })}
          segments={[
            { value: 'light', label: texts.light },
            { value: 'dark', label: texts.dark },
            { value: 'print', label: texts.print },
          ]}
        />
      </Setting>
      <Setting label={texts.nodeStyle}>
        <Segments
          fill
          label={texts.nodeStyle}
          value={icons}
          onChange={(next) => onChange({ icons: next })}
          segments={[
            { value: 'own', label: texts.cards },
            { value: 'aws', label: texts.awsIcons },
          ]}
        />
      </Setting>
      {format === 'png' && (
        <Setting label={texts.size}>
          <Segments<Scale>
            fill
            label={texts.size}
            value={scale}
            onChange={(next) => onChange({ scale: next })}
            segments={[
              { value: '1', label: '1×' },
              { value: '2', label: '2×' },
              { value: '3', label: '3×' },
            ]}
          />
        </Setting>
      )}
      <fieldset className={styles.group}>
        <legend className={styles.setting}>{texts.show}</legend>
        {box('tiers', texts.tiers)}
        {box('addresses', texts.addresses)}
        {box('findings', texts.findings)}
        {box('title', texts.titleBlock)}
        {box('grid', texts.grid)}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.setting}>{texts.privacy}</legend>
        <Checkbox
          checked={ids === 'hidden'}
          hint={texts.hideIdsHint}
          onChange={(on) => onChange({ ids: on ? 'hidden' : 'shown' })}
        >
          {texts.hideIds}
        </Checkbox>
        <Checkbox
          checked={publicAddresses === 'hidden'}
          hint={texts.hideAddressesHint}
          onChange={(on) => onChange({ publicAddresses: on ? 'hidden' : 'shown' })}
        >
          {texts.hideAddresses}
        </Checkbox>
      </fieldset>
      <div className={styles.group}>
        {area === 'whole' ? (
          <Checkbox
            checked={show.includes('design')}
            hint={texts.insideHint}
            onChange={(on) =>
              onChange({ show: on ? [...show, 'design'] : show.filter((other) => other !== 'design') })
            }
          >
            {texts.inside}
          </Checkbox>
        ) : (
          <p className={styles.hint}>{texts.insideWhole}</p>
        )}
      </div>
    </div>
  );
}

const Setting = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div>
    <h3 className={styles.setting}>{label}</h3>
    {children}
  </div>
);
