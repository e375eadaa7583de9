/** A small field on a thing itself: the block of a new container, or a name. A bad value never reaches the design. */

import { ViewportPortal } from '@xyflow/react';
import { useEffect, useId, useRef, useState } from 'react';
import { app, appState, useApp, type View } from '../app/index.ts';
import type { Places } from '../drawing/index.ts';
import {
  checkAddress,
  checkSubnetBlock,
  checkVpcBlock,
  definitionOf,
  known,
  rename,
  setField,
  titleOf,
  type Design,
  type LocalText,
} from '../model/index.ts';
import { useLanguage } from '../ui/index.ts';
import { OVERLAY_LAYER } from './model.ts';
import { surface } from './surface.ts';

interface Field {
  readonly label: LocalText;
  readonly value: string;
  /** The value as it is kept, or what is wrong with it. */
  readonly check: (
    text: string,
  ) => { readonly keep: (design: Design) => Design } | { readonly problem: LocalText };
  readonly step: LocalText;
}

type FieldName = NonNullable<View['editing']>['field'];

function fieldOf(design: Design, id: string, field: FieldName): Field | undefined {
  const resource = design.resources[id];
  if (!resource) return undefined;
  const name = titleOf(design, id);
  if (field === 'name') {
    return {
      label: { en: `Name of ${name}`, ja: `${name} の名前` },
      value: name,
      check: (text) => ({ keep: (now) => rename(now, id, text) }),
      step: { en: `Rename ${name}`, ja: `${name} の名前の変更` },
    };
  }
  if (field === 'privateIpAddress') {
    if (resource.kind !== 'instance' && resource.kind !== 'networkInterface') return undefined;
    const { label } = definitionOf(resource.kind).fields[field] ?? { label: { en: '', ja: '' } };
    return {
      label: { en: `${label.en} of ${name}`, ja: `${name} の${label.ja}` },
      value: known(resource.privateIpAddress) ?? '',
      check: (text) => {
        const checked = checkAddress(appState().design, id, text);
        if (!checked.ok) return { problem: checked.problem.message };
        return { keep: (now) => setField(now, id, field, checked.value) };
      },
      step: { en: `Change the address of ${name}`, ja: `${name} のアドレスの変更` },
    };
  }
  if (resource.kind !== 'vpc' && resource.kind !== 'subnet') return undefined;
  const check = resource.kind === 'vpc' ? checkVpcBlock : checkSubnetBlock;
  const { label } = definitionOf(resource.kind).fields['cidrBlock'] ?? { label: { en: '', ja: '' } };
  return {
    label: { en: `${label.en} of ${name}`, ja: `${name} の${label.ja}` },
    value: known(resource.cidrBlock) ?? '',
    check: (text) => {
      const checked = check(appState().design, id, text);
      if (!checked.ok) return { problem: checked.problem.message };
      return { keep: (now) => setField(now, id, 'cidrBlock', checked.value) };
    },
    step: { en: `Change the block of ${name}`, ja: `${name} の CIDR ブロックの変更` },
  };
}

interface CanvasFieldProps {
  readonly places: Places;
}

export function CanvasField({ places }: CanvasFieldProps) {
  const editing = useApp(({ view }) => view.editing);
  const design = useApp((state) => state.design);
  if (!editing || editing.place === 'outline') return null;
  const box = places.boxes.get(editing.id);
  const field = fieldOf(design, editing.id, editing.field);
  if (!box || !field) return null;
  return (
    <ViewportPortal>
      <div
        className="canvas-field-place"
        style={{ transform: `translate(${box.x}px, ${box.y}px)`, zIndex: OVERLAY_LAYER + 2 }}
      >
        <OpenField
          key={`${editing.id} ${editing.field}`}
          field={field}
          on={editing.field === 'privateIpAddress' ? 'card' : 'title'}
        />
      </div>
    </ViewportPortal>
  );
}

interface OpenFieldProps {
  readonly field: Field;
  readonly on: 'title' | 'card';
}

function OpenField({ field, on }: OpenFieldProps) {
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<LocalText | undefined>(undefined);
  const problemId = useId();

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const close = () => {
    app.setView({ editing: undefined });
    surface()?.element.focus({ preventScroll: true });
  };

  /** Out: whether the value was kept. */
  const keep = (text: string): boolean => {
    const checked = field.check(text);
    if ('problem' in checked) {
      setProblem(checked.problem);
      return false;
    }
    app.edit(field.step, checked.keep);
    return true;
  };

  return (
    <div className={`canvas-field on-${on} nodrag nopan nowheel`}>
      <input
        ref={input}
        aria-label={field.label[language]}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? problemId : undefined}
        defaultValue={field.value}
        size={Math.max(14, field.value.length + 1)}
        spellCheck={false}
        autoComplete="off"
        onChange={() => setProblem(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.stopPropagation();
            if (keep(event.currentTarget.value)) close();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            close();
          }
        }}
        onBlur={(event) => {
          // Leaving keeps a good value; a bad one is dropped, the design has the former.
          if (event.currentTarget.value !== field.value) keep(event.currentTarget.value);
          app.setView({ editing: undefined });
        }}
      />
      {problem && (
        <p id={problemId} role="alert" className="canvas-field-problem">
          {problem[language]}
        </p>
      )}
    </div>
  );
}
