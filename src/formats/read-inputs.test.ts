import { describe, expect, it } from 'vitest';
import { writeDesign } from './index.ts';
import { bytesOf, membersOf, noteTexts, read, troubles } from './inputs.test-support.ts';
import { packDesign } from './svg/index.ts';

const vpcs = '{"Vpcs":[{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/16"}]}';
const design = (resources: unknown, rest: object = {}) =>
  JSON.stringify({
    schema: 'vpc-designer/design@1',
    name: 'mine',
    resources,
    layout: {},
    intents: {},
    notes: {},
    ...rest,
  });

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(text).flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
  ]);

describe('bad input', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    ['B-1 an empty file', '', ['empty']],
    ['B-1 blanks', ' \n\t', ['empty']],
    ['B-2 a truncated answer', vpcs.slice(0, -3), ['truncated 1:52']],
    [
      'B-4 Shift_JIS',
      Uint8Array.from([...bytesOf('{"a":"'), 0x93, 0xfa, 0x96, 0x7b, ...bytesOf('"}')]),
      ['encoding'],
    ],
    ['B-6 an HTML page', '<!DOCTYPE html><html></html>', ['html']],
    [
      'B-6 an XML error',
      '<Response><Errors><Error><Code>RequestExpired</Code></Error></Errors></Response>',
      ['aws-error'],
    ],
    [
      'B-6 an error of the CLI',
      'An error occurred (ExpiredToken) when calling the DescribeVpcs operation: x',
      ['aws-error'],
    ],
    [
      'C-5 a missing permission',
      'An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: x',
      ['aws-error-permission'],
    ],
    ['no credentials', 'Unable to locate credentials. You can configure', ['no-credentials']],
    ['usage', 'usage: aws [options] <command>', ['command-usage']],
    ['prose', 'Dear all', ['no-json']],
    ['C-4 a table', '-------\n| DescribeVpcs |\n', ['cli-output']],
    ['C-4 text', 'VPCS\t10.0.0.0/16\n', ['cli-output']],
    ['YAML', 'Vpcs:\n- CidrBlock: 10.0.0.0/16\n', ['cli-output']],
    ['a template in YAML', 'Resources:\n  V:\n    Type: AWS::EC2::VPC\n', ['cloudformation']],
    ['a template in JSON', '{"Resources":{"V":{"Type":"AWS::EC2::VPC"}}}', ['cloudformation']],
    ['B-34 a template in its wrapper', '{"TemplateBody":{"Resources":{}}}', ['cloudformation']],
    ['HCL', 'resource "aws_vpc" "a" {\n}\n', ['terraform']],
    ['a plan', '{"format_version":"1.2","planned_values":{}}', ['terraform']],
    ['a state', '{"version":4,"lineage":"x","resources":[]}', ['terraform']],
    ['draw.io', '<mxfile></mxfile>', ['drawio']],
    ['XML', '<?xml version="1.0"?><a/>', ['xml']],
    ['an SVG without a design', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', ['svg']],
    [
      'B-23 an SVG with a DOCTYPE',
      '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"></svg>',
      ['svg-damaged 1:1'],
    ],
    ['a binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), ['binary']],
    ['B-10 depth', `{"a":${'['.repeat(300)}`, ['too-deep 1:205']],
    ['B-11 __proto__', '{"Vpcs":[{"__proto__":{}}]}', ['forbidden-key 1:11']],
    [
      'B-12 a duplicate key in a design',
      design({}).replace('"name"', '"name":"x","name"'),
      ['duplicate-key 1:46'],
    ],
    ['a syntax error', '{"Vpcs":[{"VpcId" "vpc-1"}]}', ['syntax 1:19']],
  ])('%s', (_name, content, expected) => {
    const report = read({ 'a.json': content });
    expect(troubles(report)).toEqual(expected);
    expect(report.design.resources).toEqual({});
    for (const { what, why } of report.notUnderstood) {
      expect(`${what.en} ${why.en} ${what.ja} ${why.ja}`).not.toMatch(/[{}]\w|undefined|\[object/);
    }
  });

  it.each<[string, string | Uint8Array, string[]]>([
    ['B-3 a byte order mark', `\uFEFF${vpcs}`, []],
    ['B-4 UTF-16', utf16(vpcs), []],
    ['B-5 CRLF and NUL', `${vpcs.replaceAll(',', ',\r\n')}\r\n\0\0`, []],
    [
      'B-7 a prompt before',
      `$ aws ec2 describe-vpcs\n${vpcs}`,
      ['Text around the JSON was left out: $ aws ec2 describe-vpcs'],
    ],
    ['B-8 colours', vpcs.replace('"Vpcs"', '\u001b[34m"Vpcs"\u001b[0m'), ['2 colour codes were left out.']],
    [
      'B-12 a duplicate key in an answer: the last counts',
      vpcs.replace('"CidrBlock"', '"CidrBlock":"10.9.0.0/16","CidrBlock"'),
      ['/Vpcs/0/CidrBlock is given twice, at 1:27 and at 1:53. The last one counts.'],
    ],
    [
      'B-14 a number that no double holds',
      vpcs.replace('{"VpcId"', '{"Big":9007199254740993,"VpcId"'),
      ['/Vpcs/0/Big: the number 9007199254740993 was kept as text, because it does not fit.'],
    ],
    [
      'B-32 secrets',
      vpcs.replace('{"VpcId"', '{"UserData":"c2VjcmV0","PreSharedKey":"k","VpcId"'),
      ['2 secrets were removed: UserData, PreSharedKey.'],
    ],
  ])('%s is read', (_name, content, expected) => {
    const report = read({ 'a.json': content });
    expect(membersOf(report, 'vpc-1')).toMatchObject({ cidrBlock: '10.0.0.0/16' });
    expect(troubles(report)).toEqual([]);
    expect(noteTexts(report)).toEqual(expected);
    expect(JSON.stringify(report)).not.toContain('c2VjcmV0');
  });

  it('B-7 an error after the answer is told as an error', () => {
    expect(
      troubles(
        read({
          'a.json': `${vpcs}\nAn error occurred (Throttling) when calling the DescribeSubnets operation: x`,
        }),
      ),
    ).toEqual(['aws-error']);
  });

  it('C-5 names the permission, also of other services', () => {
    const why = (error: string) => read({ 'a.err': error }).notUnderstood[0]?.why.en;
    expect(
      why('An error occurred (UnauthorizedOperation) when calling the DescribeNatGateways operation: x'),
    ).toContain('ec2:DescribeNatGateways');
    expect(
      why('An error occurred (AccessDenied) when calling the DescribeTargetGroups operation: x'),
    ).toContain('elasticloadbalancing:DescribeTargetGroups');
    expect(why('An error occurred (AccessDenied) when calling the MakeTea operation: x')).not.toContain(
      'MakeTea',
    );
  });

  it('B-9 a file over the limit is refused with both figures', () => {
    const report = read(
      { 'a.json': new Uint8Array(3 * 1024 * 1024) },
      { limits: { bytes: 1024 * 1024, resources: 9, comfortableResources: 9 } },
    );
    expect(troubles(report)).toEqual(['too-large']);
    expect(report.notUnderstood[0]?.what.en).toBe('File of 3 MB');
  });

  it('D-11 too many resources are refused, many are noted', () => {
    const many = JSON.stringify({
      Vpcs: ['vpc-1', 'vpc-2', 'vpc-3'].map((VpcId) => ({ VpcId, CidrBlock: '10.0.0.0/16' })),
    });
    const limits = { bytes: 1e6, resources: 2, comfortableResources: 1 };
    expect(troubles(read({ 'a.json': many }, { limits }))).toEqual(['too-many-resources']);
    expect(read({ 'a.json': many }, { limits }).design.resources).toEqual({});
    expect(noteTexts(read({ 'a.json': many }, { limits: { ...limits, resources: 9 } }))[0]).toContain(
      '3 resources',
    );
  });

  it('one bad file does not spoil the others', () => {
    const report = read({ 'a.json': '<html>', 'b.json': vpcs, 'c.json': '' });
    expect(report.files).toEqual([
      { file: 'a.json', resources: 0 },
      { file: 'b.json', format: 'aws-cli describe-vpcs', resources: 1 },
      { file: 'c.json', resources: 0 },
    ]);
    expect(report.counts).toEqual({ vpc: 1 });
  });
});

describe('inputs of several kinds', () => {
  it('designs and answers make one design', () => {
    const drawn = design(
      { 'vpc-1': { kind: 'vpc', cidrBlock: '10.9.0.0/16' }, 'i-1': { kind: 'instance', forwarding: 'nat' } },
      { layout: { 'vpc-1': { x: 1, y: 2, width: 3, height: 4 } } },
    );
    const report = read({ 'a.vpcd.json': drawn, 'b.json': vpcs });
    expect(report.files).toEqual([
      { file: 'a.vpcd.json', format: 'design', resources: 2 },
      { file: 'b.json', format: 'aws-cli describe-vpcs', resources: 1 },
    ]);
    expect(membersOf(report, 'vpc-1')).toMatchObject({ cidrBlock: '10.0.0.0/16' });
    expect(report.design.layout).toEqual({ 'vpc-1': { x: 1, y: 2, width: 3, height: 4 } });
    expect(report.design.name).toBe('mine');
  });

  it('a design whose schema stands last is a design', () => {
    expect(
      read({ 'a.json': '{"name":"x","resources":{"vpc-1":{"kind":"vpc"}},"schema":"vpc-designer/design@1"}' })
        .counts,
    ).toEqual({ vpc: 1 });
  });

  it('passes read-only on', () => {
    expect(read({ 'a.json': design({}).replace('design@1', 'design@7') }).readOnly).toBe('newer-version');
  });

  it('the design rides in a picture', () => {
    const { design: drawn } = read({
      'a.json': design({ 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' } }),
    });
    const packed = `<design xmlns="urn:vpc-designer:design" encoding="deflate-raw+base64">${packDesign(writeDesign(drawn))}</design>`;
    const report = read({
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${packed}</metadata></svg>`,
    });
    expect(report.files).toEqual([{ file: 'a.svg', format: 'svg', resources: 1 }]);
    expect(report.design).toEqual(drawn);
  });

  it('names what has no name', () => {
    expect(read({ 'a.json': vpcs }, { name: 'import' }).design.name).toBe('import');
    expect(read({ 'a.json': design({}) }, { name: 'import' }).design.name).toBe('mine');
  });
});
