/** What is done with one resource from wherever it is shown: its path, its table, its place, its id. */

import {
  containerOf,
  definitionOf,
  kindNames,
  tableOf,
  titleOf,
  type Design,
  type Kind,
  type ResourceId,
} from '../../model/index.ts';
import type { AppState } from '../state.ts';
import type { Command, CommandContext } from './_command.ts';

const ends: readonly Kind[] = ['instance', 'networkInterface', 'subnet'];
/** What has a route table, groups or an ACL, or is one. */
const ruled: readonly Kind[] = [
  'vpc',
  'subnet',
  'instance',
  'networkInterface',
  'natGateway',
  'routeTable',
  'securityGroup',
  'networkAcl',
];
/** What stands in a container and has a place on the canvas. */
const movable: readonly Kind[] = kindNames.filter((kind) => {
  const { form, standsIn } = definitionOf(kind);
  return form !== 'none' && standsIn !== undefined;
});
/** What a connection can begin or end at. */
const connectable: readonly Kind[] = [
  'vpc',
  'subnet',
  'internetGateway',
  'egressOnlyInternetGateway',
  'natGateway',
  'networkInterface',
  'instance',
  'securityGroup',
  'elasticIp',
  'routeTable',
  'networkAcl',
];
const followers: readonly Kind[] = ['subnet', 'instance', 'networkInterface', 'natGateway'];

/** Puts the selected resource at one end of the path; the other is asked for next. */
function pathEnd(end: 'from' | 'to') {
  return ({ store, state }: CommandContext): void => {
    const [id] = state.selection;
    if (id === undefined) return;
    const other = end === 'from' ? 'to' : 'from';
    const kept = state.view.path[other] === id ? '' : state.view.path[other];
    store.setView({
      lens: 'path',
      right: 'path',
      rightOpen: true,
      hop: undefined,
      path: { ...state.view.path, [end]: id, [other]: kept },
      pickingEnd: kept === '' ? other : undefined,
    });
  };
}

/** The route table that a resource's traffic follows: that of its subnet. */
function tableAbove(design: Design, id: ResourceId | undefined): ResourceId | undefined {
  const resource = id === undefined ? undefined : design.resources[id];
  if (id === undefined || !resource) return undefined;
  const subnet = resource.kind === 'subnet' ? id : containerOf(design, resource);
  return subnet === undefined ? undefined : tableOf(design, subnet)?.id;
}

const hasTable = ({ design, selection }: AppState): boolean => tableAbove(design, selection[0]) !== undefined;

export const commands: readonly Command[] = [
  {
    id: 'edit',
    group: 'view',
    icon: 'inside',
    label: { en: 'Edit its settings', ja: '設定を編集' },
    words: ['inspector', 'インスペクター', 'details'],
    about: (name) => ({ en: `Edit ${name}`, ja: `${name} を編集` }),
    on: { count: 'some' },
    run: ({ store, shell }) => {
      store.setView({ right: 'inspector', rightOpen: true });
      shell?.focus('right');
    },
  },
  {
    id: 'path-from-here',
    group: 'tools',
    icon: 'from',
    label: { en: 'Find a path from here', ja: 'ここからの経路を調べる' },
    about: (name) => ({ en: `Find a path from ${name}`, ja: `${name} からの経路を調べる` }),
    on: { count: 'one', kinds: ends },
    run: pathEnd('from'),
  },
  {
    id: 'path-to-here',
    group: 'tools',
    icon: 'to',
    label: { en: 'Find a path to here', ja: 'ここへの経路を調べる' },
    about: (name) => ({ en: `Find a path to ${name}`, ja: `${name} への経路を調べる` }),
    on: { count: 'one', kinds: ends },
    run: pathEnd('to'),
  },
  {
    id: 'show-exposure',
    group: 'tools',
    icon: 'internet',
    label: { en: 'Show what the internet can open', ja: 'インターネットから開ける通信を表示' },
    about: (name) => ({
      en: `Show what the internet can open on ${name}`,
      ja: `インターネットから ${name} に開ける通信を表示`,
    }),
    words: ['exposure', '外部公開'],
    on: { count: 'one', kinds: ['instance', 'networkInterface'] },
    run: ({ store, state }) => {
      const [id] = state.selection;
      if (id === undefined) return;
      store.setView({ lens: 'exposure', right: 'exposure', rightOpen: true, exposed: id, hop: undefined });
      store.reveal([id], 'pan if hidden');
    },
  },
  {
    id: 'edit-route-table',
    group: 'edit',
    icon: 'rules',
    label: { en: 'Edit its route table', ja: 'ルートテーブルを編集' },
    words: ['routes', 'ルート'],
    about: (name) => ({ en: `Edit the route table of ${name}`, ja: `${name} のルートテーブルを編集` }),
    on: { count: 'one', kinds: followers },
    when: hasTable,
    otherwise: { en: 'It follows no route table.', ja: '従うルートテーブルがありません。' },
    run: ({ store, state, shell }) => {
      const table = tableAbove(state.design, state.selection[0]);
      if (table === undefined) return;
      store.select([table]);
      store.setView({ right: 'inspector', rightOpen: true });
      shell?.focus('right');
    },
  },
  {
    id: 'show-rules',
    group: 'view',
    icon: 'rules',
    label: { en: 'Show its rules', ja: 'ルールを表示' },
    about: (name) => ({ en: `Show the rules of ${name}`, ja: `${name} のルールを表示` }),
    words: ['routes', 'security group', 'ACL', 'ルート', 'セキュリティグループ'],
    on: { count: 'one', kinds: ruled },
    run: ({ store, shell }) => {
      store.setView({ drawerOpen: true, drawerTab: 'rules' });
      shell?.focus('drawer');
    },
  },
  {
    id: 'move-to',
    group: 'edit',
    icon: 'move',
    label: { en: 'Move to…', ja: '移動先を選択…' },
    shortcuts: ['M'],
    scope: 'drawing',
    about: (name) => ({ en: `Move ${name} to…`, ja: `${name} の移動先を選択…` }),
    on: { count: 'some', kinds: movable },
    run: ({ shell }) => shell?.show('move'),
  },
  {
    id: 'connect-to',
    group: 'edit',
    icon: 'connect',
    label: { en: 'Connect to…', ja: '接続先を選択…' },
    shortcuts: ['C'],
    scope: 'outline',
    about: (name) => ({ en: `Connect ${name} to…`, ja: `${name} の接続先を選択…` }),
    on: { count: 'one', kinds: connectable },
    run: ({ shell }) => shell?.show('connect'),
  },
  {
    id: 'copy-id',
    group: 'view',
    icon: 'copy',
    label: { en: 'Copy id', ja: 'ID をコピー' },
    about: (name) => ({ en: `Copy the id of ${name}`, ja: `${name} の ID をコピー` }),
    on: { count: 'some' },
    run: ({ store, state }) => {
      const { selection, design } = state;
      const [first = ''] = selection;
      const name = selection.length === 1 ? titleOf(design, first) : String(selection.length);
      navigator.clipboard.writeText(selection.join('\n')).then(
        () => store.announce({ en: `Id of ${name} copied`, ja: `${name} の ID をコピーしました` }),
        () =>
          store.notify({
            tone: 'error',
            message: {
              en: `The browser did not let the id be copied: ${selection.join(', ')}`,
              ja: `ブラウザーが ID のコピーを許可しませんでした: ${selection.join('、')}`,
            },
          }),
      );
    },
  },
];
