import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type LocalText } from '../model/index.ts';
import { createAppStore, type DesignChange } from './store.ts';

const label: LocalText = { en: 'Change', ja: '変更' };

const withVpc =
  (id: string, cidrBlock: string) =>
  (design: Design): Design => ({
    ...design,
    resources: { ...design.resources, [id]: { kind: 'vpc', cidrBlock } },
  });

const ids = (design: Design) => Object.keys(design.resources);

describe('the store', () => {
  it('takes one edit as one step, and travels both ways', () => {
    const { api, edit, undo, redo } = createAppStore();
    edit(label, withVpc('vpc-a', '10.0.0.0/16'));
    edit(label, withVpc('vpc-b', '10.1.0.0/16'));
    undo();
    expect(ids(api.getState().design)).toEqual(['vpc-a']);
    undo();
    expect(ids(api.getState().design)).toEqual([]);
    redo();
    redo();
    expect(ids(api.getState().design)).toEqual(['vpc-a', 'vpc-b']);
    expect(api.getState().version).toBe(6);
  });

  it('merges the steps of one gesture, and not those of another', () => {
    const { api, edit, undo } = createAppStore();
    edit(label, withVpc('vpc-a', '10.0.0.0/16'), 'type');
    edit(label, withVpc('vpc-a', '10.0.0.0/17'), 'type');
    edit(label, withVpc('vpc-a', '10.0.0.0/18'), 'other');
    expect(api.getState().history.undo).toHaveLength(2);
    undo();
    undo();
    expect(ids(api.getState().design)).toEqual([]);
  });

  it('makes no step of an edit that changes nothing', () => {
    const { api, edit } = createAppStore();
    edit(label, (design) => design);
    expect(api.getState().version).toBe(0);
    expect(api.getState().history.undo).toHaveLength(0);
  });

  it('tells a listener patches by which its own copy becomes the same', () => {
    const heard: DesignChange[] = [];
    const { edit, openDesign, onDesignChange } = createAppStore();
    onDesignChange((change) => heard.push(change));
    openDesign(emptyDesign('other'), {});
    edit(label, withVpc('vpc-a', '10.0.0.0/16'));
    expect(heard).toEqual([
      { kind: 'replaced', version: 1, design: emptyDesign('other') },
      {
        kind: 'patched',
        version: 2,
        patches: [{ member: 'resources', id: 'vpc-a', value: { kind: 'vpc', cidrBlock: '10.0.0.0/16' } }],
      },
    ]);
  });

  it('drops from the selection what an undo takes away', () => {
    const { api, edit, select, undo } = createAppStore();
    edit(label, withVpc('vpc-a', '10.0.0.0/16'));
    select(['vpc-a']);
    undo();
    expect(api.getState().selection).toEqual([]);
  });

  it('keeps 200 steps and two notices', () => {
    const { api, edit, notify } = createAppStore();
    for (let count = 0; count < 205; count += 1) edit(label, withVpc(`vpc-${count}`, '10.0.0.0/16'));
    const words = ['one', 'two', 'three', 'three'].map((en) => ({ en, ja: en }));
    for (const message of words) notify({ tone: 'info', message });
    expect(api.getState().history.undo).toHaveLength(200);
    expect(api.getState().notices.map(({ message }) => message.en)).toEqual(['two', 'three']);
  });

  it('takes away a notice that offers undo once there is another step', () => {
    const { api, edit, notify } = createAppStore();
    edit(label, withVpc('vpc-a', '10.0.0.0/16'));
    notify({ tone: 'info', message: label, command: 'undo' });
    edit(label, withVpc('vpc-b', '10.1.0.0/16'));
    expect(api.getState().notices).toEqual([]);
  });

  it('clears a member of the view that is given as undefined', () => {
    const { api, setView } = createAppStore();
    setView({ editing: { id: 'vpc-a', field: 'name' } });
    setView({ editing: undefined });
    expect('editing' in api.getState().view).toBe(false);
  });
});
