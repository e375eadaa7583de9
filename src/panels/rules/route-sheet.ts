/** The routes of a table as a sheet: destination and target, the implied local ones first. */

import { fieldTexts, inspectorTexts, ruleTexts } from '../../i18n/index.ts';
import {
  resourceOfKind,
  resourcesOfKind,
  setField,
  titleOf,
  vpcOf,
  type Design,
  type Language,
  type LocalText,
  type ResourceId,
  type Route,
  type RouteTable,
} from '../../model/index.ts';
import { checkBlock } from '../inspector/checks.ts';
import {
  changedRoute,
  destinationMember,
  destinationOf,
  destinationText,
  localBlocksOf,
  routesOf,
  targetOf,
  targetsIn,
  type Target,
} from '../inspector/routes.ts';
import { readableName } from '../parts/names.ts';
import { resolved } from './resolve.ts';
import type { Column, Sheet, SheetRow, Texts } from './sheet.ts';
import { destinationSuggestions, targetSuggestions } from './suggestions.tsx';

const listIds = (design: Design): readonly ResourceId[] =>
  resourcesOfKind(design, 'managedPrefixList').map(([id]) => id);

/** The block or list that a text means. */
const destinationIn = (design: Design, text: string): string =>
  resolved(design, listIds(design), text)[0] ?? text;

function targetIn(design: Design, table: ResourceId, text: string): Target | undefined {
  const targets = targetsIn(design, vpcOf(design, table));
  const [id] = resolved(
    design,
    targets.map((target) => target.id),
    text,
  );
  return targets.find((target) => target.id === id);
}

const routeName = (destination: string): LocalText => ({
  en: ruleTexts.en.routeTo(destination),
  ja: ruleTexts.ja.routeTo(destination),
});

function rowsOf(design: Design, id: ResourceId, table: RouteTable, language: Language): SheetRow[] {
  const text = ruleTexts[language];
  const routes = routesOf(table);
  const written = new Set(routes.map(destinationOf));
  const locals = localBlocksOf(design, vpcOf(design, id)).filter((block) => !written.has(block));
  const shown = (route: Route): Texts => {
    const destination = destinationOf(route);
    const target = targetOf(route);
    return {
      destination: destination === undefined ? '' : destinationText(design, destination),
      target: !target ? '' : target.id === 'local' ? text.local : readableName(design, target.id, language),
    };
  };
  return [
    ...locals.map((block): SheetRow => ({
      key: `local ${block}`,
      index: undefined,
      name: routeName(block),
      texts: { destination: block, target: text.local },
    })),
    ...routes.map((route, index): SheetRow => {
      const texts = shown(route);
      return {
        key: `${index} ${texts['destination']} ${texts['target']}`,
        index,
        name: routeName(texts['destination'] || '…'),
        texts,
      };
    }),
  ];
}

function columnsOf(design: Design, id: ResourceId, table: RouteTable, language: Language): Column[] {
  const text = ruleTexts[language];
  const inspector = inspectorTexts[language];
  const fields = fieldTexts[language];
  return [
    {
      id: 'destination',
      label: inspector.destination,
      least: 96,
      placeholder: '0.0.0.0/0',
      entry: 'free',
      suggestions: () => destinationSuggestions(design, id, language),
      nothing: text.writeBlock,
      check: (written, _, at) => {
        const [list, other] = resolved(design, listIds(design), written);
        if (other !== undefined) return text.ambiguous(written, other);
        const wrong = list === undefined ? checkBlock(written, undefined, language) : undefined;
        if (wrong !== undefined) return wrong;
        const meant = list ?? written;
        const isTaken = routesOf(table).some(
          (route, index) => index !== at && destinationOf(route) === meant,
        );
        return isTaken ? fields.sameDestination(written, titleOf(design, id)) : undefined;
      },
    },
    {
      id: 'target',
      isTopic: true,
      label: inspector.target,
      least: 88,
      placeholder: inspector.choose,
      entry: 'choice',
      suggestions: () => targetSuggestions(design, id),
      nothing: text.choicesOnly,
      check: (written) => {
        if (written === '') return text.targetMissing;
        const targets = targetsIn(design, vpcOf(design, id)).map((target) => target.id);
        const [found, other] = resolved(design, targets, written);
        if (other !== undefined) return text.ambiguous(written, other);
        return found === undefined ? fields.unknownTarget(written) : undefined;
      },
    },
  ];
}

function changeRoutes(
  design: Design,
  id: ResourceId,
  change: (routes: readonly Route[]) => readonly Route[],
): Design {
  const table = resourceOfKind(design, id, 'routeTable');
  return table ? setField(design, id, 'routes', change(routesOf(table))) : design;
}

function putRoute(
  design: Design,
  id: ResourceId,
  index: number | undefined,
  texts: Texts,
  changed: readonly string[],
): Design {
  const destination = destinationIn(design, texts['destination'] ?? '');
  const target = targetIn(design, id, texts['target'] ?? '');
  if (index === undefined) {
    if (!target) return design;
    const route: Route = { [destinationMember(destination)]: destination, [target.member]: target.id };
    return changeRoutes(design, id, (routes) => [...routes, route]);
  }
  const change = {
    ...(changed.includes('destination') ? { destination } : {}),
    ...(changed.includes('target') && target ? { target: { member: target.member, id: target.id } } : {}),
  };
  return changeRoutes(design, id, (routes) =>
    routes.map((route, at) => (at === index ? changedRoute(route, change) : route)),
  );
}

/** The routes of a table; undefined when it is no table. */
export function routeSheet(design: Design, id: ResourceId, language: Language): Sheet | undefined {
  const table = resourceOfKind(design, id, 'routeTable');
  if (!table) return undefined;
  const text = ruleTexts[language];
  const title = titleOf(design, id);
  return {
    id,
    key: id,
    columns: columnsOf(design, id, table, language),
    rows: rowsOf(design, id, table, language),
    blank: { destination: '', target: '' },
    words: {
      table: text.tableOf(title),
      add: inspectorTexts[language].addRoute,
      newRow: { en: ruleTexts.en.newRoute, ja: ruleTexts.ja.newRoute },
    },
    edits: {
      put: (before, index, texts, changed) => putRoute(before, id, index, texts, changed),
      remove: (before, index) => changeRoutes(before, id, (routes) => routes.filter((_, at) => at !== index)),
    },
    labels: {
      change: (name) => ({ en: `Change the ${name.en} in ${title}`, ja: `${title} の ${name.ja}を変更` }),
      add: (texts) => ({
        en: `Add a route to ${texts['destination'] ?? ''} in ${title}`,
        ja: `${title} に ${texts['destination'] ?? ''} へのルートを追加`,
      }),
      remove: (name) => ({ en: `Remove the ${name.en} from ${title}`, ja: `${title} から ${name.ja}を削除` }),
      move: (name) => ({ en: `Move the ${name.en} in ${title}`, ja: `${title} の ${name.ja}を移動` }),
    },
  };
}
