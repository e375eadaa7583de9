/** A sentence in which every resource's name leads to it. */

import { Fragment } from 'react';
import { useApp } from '../../app/index.ts';
import { useLanguage } from '../../ui/index.ts';
import { readableKind, readableName } from './names.ts';
import { ResourceLink } from './ResourceLink.tsx';
import styles from './ResourceLink.module.css';

interface LinkedSentenceProps {
  readonly children: string;
  /** The ids whose names may stand in it. */
  readonly about: readonly string[];
}

export function LinkedSentence({ children, about }: LinkedSentenceProps) {
  const design = useApp((state) => state.design);
  const language = useLanguage();
  const named = about
    .filter((id) => Object.hasOwn(design.resources, id))
    .map((id) => ({
      id,
      name: readableName(design, id, language),
      kind: readableKind(design, id)?.[language],
    }));
  return <>{piecesOf(children, named).map(renderPiece)}</>;
}

interface Piece {
  readonly text: string;
  readonly id?: string;
  readonly at: number;
}

const renderPiece = ({ text, id, at }: Piece) =>
  id === undefined ? <Unbroken key={at}>{text}</Unbroken> : <ResourceLink key={at} id={id} />;

const whole = /(\d+–\d+|\b[\w.]{1,12}(?:-[\w.]{1,12})+\b)/;

/** Ranges of ports and names with hyphens stand on one line each. */
export function Unbroken({ children }: { readonly children: string }) {
  if (!whole.test(children)) return children;
  return children.split(whole).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text stand where they stand
    <Fragment key={index}>{whole.test(part) ? <span className={styles.whole}>{part}</span> : part}</Fragment>
  ));
}

const wordCharacter = /[\w-]/;

interface Named {
  readonly id: string;
  readonly name: string;
  /** Stands before the name where several things are called the same. */
  readonly kind?: string | undefined;
}

/**
 * Cuts a sentence at names that stand alone in it, the longest first, so that `app-1` is not found in `app-10`.
 * Of several things with one name, the one whose kind stands before it is meant.
 */
export function piecesOf(sentence: string, named: readonly Named[]): readonly Piece[] {
  const longestFirst = [...named].sort((left, right) => right.name.length - left.name.length);
  const pieces: Piece[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') pieces.push({ text: plain, at: at - plain.length });
    plain = '';
  };
  while (at < sentence.length) {
    const here = longestFirst.filter(({ name }) => standsAt(sentence, name, at));
    const said = plain.trimEnd().toLowerCase();
    const found = here.find(({ kind }) => kind !== undefined && said.endsWith(kind.toLowerCase())) ?? here[0];
    if (found) {
      flush();
      pieces.push({ text: found.name, id: found.id, at });
      at += found.name.length;
    } else {
      plain += sentence[at];
      at += 1;
    }
  }
  flush();
  return pieces;
}

function standsAt(sentence: string, name: string, at: number): boolean {
  if (name === '' || !sentence.startsWith(name, at)) return false;
  const before = sentence[at - 1];
  const after = sentence[at + name.length];
  return (
    (before === undefined || !wordCharacter.test(before)) &&
    (after === undefined || !wordCharacter.test(after))
  );
}
