/** Finds the design inside an SVG; everything else in the file is looked past (B-22, B-23, B-24). */

import { failure, success, type Result } from '../../net/index.ts';
import { unpackDesign, type PackedProblem } from './packed-design.ts';
import { pullXml, type XmlProblem } from './pull-parser.ts';

export const DESIGN_NAMESPACE = 'urn:vpc-designer:design';
export const DESIGN_ENCODING = 'deflate-raw+base64';
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

export interface SvgProblem {
  readonly code: XmlProblem | PackedProblem | 'not-svg' | 'two-designs' | 'unknown-encoding';
  /** Where the reader stopped, for faults of the XML itself. */
  readonly offset?: number;
}

/** `picture only`: a sound SVG that carries no design, such as one whose metadata a tool has removed. */
export type SvgContent =
  | { readonly found: 'design'; readonly text: string }
  | { readonly found: 'picture only' };

/** Reads the text of the design that a picture carries. The picture itself is never believed. */
export function extractDesign(svg: string): Result<SvgContent, SvgProblem> {
  const designs: { readonly encoding: string; readonly parts: string[] }[] = [];
  let depth = 0;
  let insideSince: number | undefined;
  let isSvg = false;
  const fault = pullXml(svg, (event) => {
    if (event.event === 'text') {
      if (insideSince !== undefined) designs.at(-1)?.parts.push(event.text);
      return;
    }
    if (event.event === 'close') {
      if (insideSince === depth) insideSince = undefined;
      depth -= 1;
      return;
    }
    depth += 1;
    const { namespace, local } = event.name;
    if (depth === 1) isSvg = namespace === SVG_NAMESPACE && local === 'svg';
    if (namespace === DESIGN_NAMESPACE && local === 'design' && insideSince === undefined) {
      insideSince = depth;
      designs.push({ encoding: event.attributes.get('encoding') ?? '', parts: [] });
    }
  });
  if (fault) return failure({ code: fault.problem, offset: fault.offset });
  if (!isSvg) return failure({ code: 'not-svg' });
  const [design, second] = designs;
  if (design === undefined) return success({ found: 'picture only' });
  if (second !== undefined) return failure({ code: 'two-designs' });
  if (design.encoding !== DESIGN_ENCODING) return failure({ code: 'unknown-encoding' });
  const unpacked = unpackDesign(design.parts.join(''));
  return unpacked.ok
    ? success({ found: 'design', text: unpacked.value })
    : failure({ code: unpacked.problem });
}
