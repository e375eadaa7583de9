/** Names what a text is when it is no JSON: an error saved as a file, another output format, code, a picture (B-6, C-4, C-5). */

export type OtherText =
  /** The AWS CLI's own error line; `operation` is the API's name, as in `DescribeVpcs`. */
  | { readonly code: 'aws-error'; readonly error: string; readonly operation?: string }
  | { readonly code: 'xml-error'; readonly error: string }
  | { readonly code: 'no-credentials' }
  | { readonly code: 'command-usage' }
  | { readonly code: 'html' }
  | { readonly code: 'svg' }
  | { readonly code: 'drawio' }
  | { readonly code: 'xml' }
  | { readonly code: 'cli-table' }
  | { readonly code: 'cli-text' }
  | { readonly code: 'cli-yaml' }
  | { readonly code: 'cloudformation-yaml' }
  | { readonly code: 'hcl' }
  | { readonly code: 'terraform-plan-text' };

/** How far into a text its nature must show. */
const HEAD = 65_536;

const AWS_ERROR = /An error occurred \(([\w.]+)\)(?: when calling the (\w+) operation)?/;

type Test = (head: string) => OtherText | undefined;

const matches =
  (pattern: RegExp, code: Exclude<OtherText['code'], 'aws-error' | 'xml-error'>): Test =>
  (head) =>
    pattern.test(head) ? { code } : undefined;

const TESTS: readonly Test[] = [
  (head) => {
    const [, error, operation] = AWS_ERROR.exec(head) ?? [];
    if (error === undefined) return undefined;
    return { code: 'aws-error', error, ...(operation === undefined ? {} : { operation }) };
  },
  (head) => {
    const [, error] =
      /^\s*<[\s\S]*<(?:Error|Errors|ErrorResponse)\b[\s\S]*<Code>([^<]+)<\/Code>/.exec(head) ?? [];
    return error === undefined ? undefined : { code: 'xml-error', error };
  },
  matches(
    /Unable to locate credentials|config profile \([^)]*\) could not be found|(?:SSO session|Token)[^\n]*(?:has expired|does not exist)/i,
    'no-credentials',
  ),
  matches(/^\s*usage: aws |^aws(?:\.exe)?: (?:\[ERROR\]: |error: )|aws: command not found/m, 'command-usage'),
  matches(/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i, 'html'),
  matches(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b/i, 'svg'),
  matches(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:mxfile|mxGraphModel)\b/, 'drawio'),
  matches(/^\s*<(?:\?xml|[A-Za-z])/, 'xml'),
  matches(/^\s*-{5,}\r?\n\|\s+\w+\s+\|/, 'cli-table'),
  matches(/^\s*(?:AWSTemplateFormatVersion|Resources|Transform|Parameters)\s*:/m, 'cloudformation-yaml'),
  matches(/^\s*(?:resource|data|module|provider|variable|terraform|locals)\s*(?:"[^"]+"\s*)*\{/m, 'hcl'),
  matches(
    /^Terraform will perform the following actions|^OpenTofu will perform|^Plan: \d+ to add|^\s*# \S+ will be created/m,
    'terraform-plan-text',
  ),
  matches(/^[A-Z][A-Za-z]+:[ ]*(?:\[\])?\r?\n?(?:- |$)/m, 'cli-yaml'),
  matches(/^[A-Z]{3,}[A-Z0-9]*\t/m, 'cli-text'),
];

/** What it is, by its beginning; undefined where nothing is recognised. */
export function recogniseText(text: string): OtherText | undefined {
  const head = text.slice(0, HEAD);
  for (const test of TESTS) {
    const found = test(head);
    if (found) return found;
  }
  return undefined;
}
