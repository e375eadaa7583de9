import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../app/index.ts';
import { emptyDesign, resourceOfKind, known, type Design } from '../../model/index.ts';
import { beginRows, draftsOf } from './drafts.ts';
import {
  beginRow,
  dropBlankRows,
  giveUp,
  moveRow,
  pasteRows,
  problemsIn,
  removeRow,
  settleCell,
  shownRows,
  textsOf,
  tried,
  type ShownRow,
} from './editing.ts';
import { entrySheet } from './entry-sheet.ts';
import { ruleSheet } from './rule-sheet.ts';
import type { Column, Sheet } from './sheet.ts';

const start: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    'sg-1': {
      kind: 'securityGroup',
      vpcId: 'vpc-1',
      rules: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' }],
    },
    'acl-1': {
      kind: 'networkAcl',
      vpcId: 'vpc-1',
      entries: [
        { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '10.0.0.0/8' },
        { ruleNumber: 110, protocol: '-1', ruleAction: 'deny', cidrBlock: '0.0.0.0/0' },
      ],
    },
  },
};

const build = (design: Design): Sheet | undefined => ruleSheet(design, 'sg-1', 'inbound', 'en');
const design = (): Design => app.api.getState().design;
const rules = (): readonly unknown[] => known(resourceOfKind(design(), 'sg-1', 'securityGroup')?.rules) ?? [];
const steps = (): number => app.api.getState().history.undo.length;

const sheet = (): Sheet => {
  const made = build(design());
  if (!made) throw new Error('no sheet');
  return made;
};
const rows = (of = sheet()): readonly ShownRow[] => shownRows(of, draftsOf(of.key));
const row = (at: number): ShownRow => {
  const found = rows()[at];
  if (!found) throw new Error('no row');
  return found;
};
const column = (id: string): Column => {
  const found = sheet().columns.find((each) => each.id === id);
  if (!found) throw new Error('no column');
  return found;
};
const settle = (at: number, id: string, text: string) => settleCell(sheet(), row(at), column(id), text);

beforeEach(() => app.openDesign(start, {}));

describe('a cell of a row of the design', () => {
  it('goes there at once when it is right, as one step', () => {
    const before = steps();
    expect(settle(0, 'port', '8443')).toBe('saved');
    expect(rules()).toEqual([{ ipProtocol: 'tcp', fromPort: 8443, toPort: 8443, cidrIpv4: '0.0.0.0/0' }]);
    expect(steps()).toBe(before + 1);
  });

  it('never goes there when it is wrong: it is kept, with the sentence', () => {
    expect(settle(0, 'peer', '10.0.0.300/8')).toBe('wrong');
    expect(design()).toBe(start);
    expect(textsOf(row(0))['peer']).toBe('10.0.0.300/8');
    expect(Object.keys(problemsIn(sheet(), row(0)))).toEqual(['peer']);
    expect(settle(0, 'peer', '10.0.0.0/8')).toBe('saved');
    expect(row(0).draft).toBeUndefined();
  });

  it('is no step when nothing is other than before', () => {
    const before = steps();
    expect(settle(0, 'port', '443')).toBe('kept');
    expect(steps()).toBe(before);
  });

  it('takes other cells along that make no sense with it', () => {
    settle(0, 'protocol', 'All');
    expect(rules()).toEqual([{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }]);
    settle(0, 'protocol', 'ICMP');
    expect(rules()).toEqual([{ ipProtocol: 'icmp', fromPort: -1, toPort: -1, cidrIpv4: '0.0.0.0/0' }]);
  });

  it('waits while another cell of the row is wrong', () => {
    settle(0, 'port', '70000');
    expect(settle(0, 'peer', '10.0.0.0/8')).toBe('kept');
    expect(design()).toBe(start);
    settle(0, 'port', '80');
    expect(rules()).toEqual([{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIpv4: '10.0.0.0/8' }]);
  });

  it.each([
    ['has its old text back when it is given up', column, { port: '443', peer: '10.0.0.300/8' }],
    ['and all of its row when that is', () => undefined, { port: '443', peer: '0.0.0.0/0' }],
  ])('%s', (_, given, wanted) => {
    settle(0, 'port', '70000');
    settle(0, 'peer', '10.0.0.300/8');
    giveUp(sheet(), row(0), given('port'));
    expect(textsOf(row(0))).toMatchObject(wanted);
    expect(design()).toBe(start);
  });
});

describe('a new row', () => {
  it('goes into the design once all of it is right', () => {
    beginRow(sheet());
    expect(settle(1, 'port', '80')).toBe('kept');
    expect(problemsIn(sheet(), row(1))).toEqual({});
    expect(settle(1, 'peer', '10.0.0.0/8')).toBe('saved');
    expect(rules()).toHaveLength(2);
    expect(rows()).toHaveLength(2);
  });

  it('is begun once', () => {
    expect(beginRow(sheet())).toBe(beginRow(sheet()));
    expect(rows()).toHaveLength(2);
  });

  it.each([
    ['a cell', '80', column],
    ['the row', '80', () => undefined],
    ['a cell that is wrong', '70000', column],
  ])('is gone when %s is given up', (_, text, given) => {
    beginRow(sheet());
    settle(1, 'port', text);
    giveUp(sheet(), row(1), given('port'));
    expect(rows()).toHaveLength(1);
  });

  it.each([
    ['goes where nothing was typed in it', '', 1],
    ['stays with what was typed in it', '80', 2],
  ])('%s, when it is left', (_, text, wanted) => {
    beginRow(sheet());
    settle(1, 'port', text);
    expect(row(1).isBlank).toBe(text === '');
    dropBlankRows(sheet());
    expect(rows()).toHaveLength(wanted);
  });

  it('stands before the final deny of an ACL', () => {
    const acl = entrySheet(design(), 'acl-1', 'inbound', 'en');
    if (!acl) throw new Error('no sheet');
    beginRow(acl);
    expect(rows(acl).map(({ kind }) => kind)).toEqual(['saved', 'saved', 'fresh', 'fixed']);
    const empty = entrySheet(design(), 'acl-1', 'outbound', 'en');
    if (!empty) throw new Error('no sheet');
    beginRow(empty);
    expect(rows(empty).map(({ kind }) => kind)).toEqual(['fresh', 'fixed']);
  });

  it('is forgotten with the design that it was typed in', () => {
    beginRow(sheet());
    app.openDesign(start, {});
    expect(rows()).toHaveLength(1);
  });
});

describe('what a row would be', () => {
  it.each([
    ['a right cell', 0, 'port', '8443', true],
    ['the same as before', 0, 'port', '443', false],
    ['a wrong one', 0, 'port', '70000', false],
    ['a row that is not whole', 1, 'port', '80', false],
  ])('%s', (_, at, id, text, wanted) => {
    beginRow(sheet());
    const after = tried(sheet(), design(), row(at), column(id), text);
    expect(after !== undefined).toBe(wanted);
    expect(design()).toBe(start);
  });
});

describe('rows', () => {
  it('go, as one step; of one that is not saved only what was typed', () => {
    beginRow(sheet());
    removeRow(sheet(), row(1));
    expect(rows()).toHaveLength(1);
    removeRow(sheet(), row(0));
    expect(rules()).toEqual([]);
  });

  it('NA-1: move where their order means something, and no further than the end', () => {
    const acl = (): Sheet => {
      const made = entrySheet(design(), 'acl-1', 'inbound', 'en');
      if (!made) throw new Error('no sheet');
      return made;
    };
    const of = (number: string): ShownRow => {
      const found = rows(acl()).find(({ texts }) => texts['number'] === number);
      if (!found) throw new Error('no row');
      return found;
    };
    expect(moveRow(acl(), of('110'), -1)).toBe(true);
    expect(of('100').texts['action']).toBe('deny');
    expect(moveRow(acl(), of('100'), -1)).toBe(false);
    expect(moveRow(sheet(), row(0), 1)).toBe(false);
  });

  it('are pasted as one step, those that cannot be read kept as they are', () => {
    const before = steps();
    const result = pasteRows(build, () => [
      { protocol: 'TCP', port: '80', peer: '10.0.0.0/8' },
      { protocol: 'TCP', port: '70000', peer: '10.0.0.0/8' },
      { protocol: 'UDP', port: '53', peer: '::/0' },
    ]);
    expect(result).toEqual({ saved: 2, left: 1 });
    expect(rules()).toHaveLength(3);
    expect(steps()).toBe(before + 1);
    expect(
      rows()
        .filter(({ kind }) => kind === 'fresh')
        .map((each) => textsOf(each)['port']),
    ).toEqual(['70000']);
  });

  it('NA-1: pasted without numbers count on', () => {
    const acl = (present: Design): Sheet | undefined => entrySheet(present, 'acl-1', 'inbound', 'en');
    pasteRows(acl, ({ blank }) => [
      { ...blank, traffic: 'TCP 80', block: '::/0' },
      { ...blank, traffic: 'TCP 81', block: '::/0' },
    ]);
    const entries = known(resourceOfKind(design(), 'acl-1', 'networkAcl')?.entries) ?? [];
    expect(entries.map(({ ruleNumber }) => ruleNumber)).toEqual([100, 110, 120, 130]);
  });

  it('that are begun keep their texts', () => {
    beginRows(sheet().key, [{ protocol: 'TCP', port: '1', peer: '' }]);
    expect(textsOf(row(1))['port']).toBe('1');
  });
});
