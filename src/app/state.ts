/** What the page holds: the design, what is looked at, and the last answers. Data alone; store.ts has the verbs. */

import {
  emptyDesign,
  type Design,
  type Kind,
  type Language,
  type LocalText,
  type ResourceId,
} from '../model/index.ts';
import type { ReachableQuestion } from '../engine/index.ts';
import type { Family } from '../net/index.ts';
import type { ImportReport, PickedFile, Reading } from '../worker/index.ts';
import {
  noAnswers,
  type Answers,
  type FixEffects,
  type PathAnswer,
  type PathQuestion,
  type TitledFix,
} from './answers.ts';
import type { ReachAnswer } from './reach-client.ts';
import {
  noRuleAnswers,
  type LookupAnswer,
  type RouteLookup,
  type RuleAnswers,
  type RuleTrial,
  type TrialAnswer,
  type WatchedRules,
} from './rule-client.ts';

export type Lens = 'topology' | 'tiers' | 'exposure' | 'path';
export type LeftTab = 'add' | 'outline';
export type DrawerTab = 'findings' | 'intents' | 'rules';
export type Theme = 'system' | 'light' | 'dark';
export type Tool = 'select' | 'hand' | 'connect' | 'draw';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A resource that is being dragged out of the palette, in client coordinates. */
export interface PaletteDrag extends Point {
  readonly kind: Kind;
}

/** A request to bring resources into view; `serial` tells a repeated request from an old one. */
export interface FocusRequest {
  readonly ids: readonly ResourceId[];
  /** `whole`: all of them at once, nearer or farther only where that is needed. */
  readonly how: 'fit' | 'pan if hidden' | 'whole';
  readonly serial: number;
}

export interface View {
  readonly lens: Lens;
  readonly leftTab: LeftTab;
  readonly leftOpen: boolean;
  readonly drawerOpen: boolean;
  readonly drawerTab: DrawerTab;
  readonly right: 'inspector' | 'path' | 'exposure';
  readonly rightOpen: boolean;
  /** The tab of the inspector that is wanted; what has no such tab shows its overview. */
  readonly detailsTab: string;
  /** Of which end it is listed who reaches it, or what it reaches. */
  readonly reach?: ReachableQuestion;
  /** Which of the two lists is looked at. */
  readonly reachDirection: ReachableQuestion['direction'];
  readonly language: Language;
  readonly theme: Theme;
  readonly tool: Tool;
  /** What the drawing tool draws. */
  readonly drawing?: Kind;
  /** `on`: the window is too small to draw on; the design is looked at and not changed. */
  readonly looking: 'on' | 'off';
  /** Whether single letters and signs are shortcuts. */
  readonly singleKeys: 'on' | 'off';
  /** Whether the outline has rows for Availability Zones. */
  readonly zoneRows: 'shown' | 'hidden';
  readonly path: PathQuestion;
  /** The question as it would be with what is being typed: answered, but not yet kept. */
  readonly pathDraft?: PathQuestion;
  /** A question whose answer stands as a proof beside a finding or an exposed port. */
  readonly proof?: PathQuestion;
  /** What the internet can open and is looked at in the Exposure lens. */
  readonly exposed?: ResourceId;
  /** The family of addresses that the lenses of tiers and of exposure tell of. */
  readonly lensFamily: Family;
  /** The end that the next click on the canvas fills in. */
  readonly pickingEnd?: 'from' | 'to';
  /** The hop that is looked at in the Path lens. */
  readonly hop?: number;
  /** Findings as they are listed, in that order, while their list is on the page. */
  readonly listedFindings?: readonly string[];
  /** The finding whose detail is open. */
  readonly openFinding?: string;
  /** Resources that ring while the rest dims: those of the finding or row under the pointer. */
  readonly hovered: readonly ResourceId[];
  /** What the canvas shows where the view has come to rest: the analyzer tries fixes of these first. */
  readonly inView: readonly ResourceId[];
  /** What the search finds: these ring while it is open. */
  readonly found: readonly ResourceId[];
  /** A fix that is shown on the canvas and in the panel without being applied. */
  readonly preview?: TitledFix;
  /** A fix that is looked at: what else it opens is worked out. */
  readonly weighed?: TitledFix;
  /** Route tables, groups and ACLs that are looked at, and those of which it is worked out what each row is for. */
  readonly watchedRules: WatchedRules;
  /** Which rules of the selection the drawer shows. */
  readonly ruleDirection: 'inbound' | 'outbound';
  /** A row that is being typed: what it would open and close is worked out. */
  readonly ruleTrial?: RuleTrial;
  readonly routeLookup?: RouteLookup;
  /** The field that is open on the canvas. */
  readonly editing?: {
    readonly id: ResourceId;
    readonly field: 'cidrBlock' | 'privateIpAddress' | 'name';
    /** Where the field stands; on the canvas when absent. */
    readonly place?: 'outline';
  };
  readonly paletteDrag?: PaletteDrag;
  /** A subnet that found no room in its VPC: another block would make some. */
  readonly crowded?: { readonly vpc: ResourceId; readonly zone?: string };
  /** Two groups between which a rule is being made: what it lets through is asked for. */
  readonly allowing?: { readonly from: ResourceId; readonly to: ResourceId };
  readonly focusRequest?: FocusRequest;
  readonly zoom: number;
}

export type SaveState =
  /** Nothing to save yet. */
  'none' | 'saving' | 'savedInBrowser' | 'savedToFile' | 'notSaved';

export interface FileState {
  readonly name: string;
  /** Where Ctrl S writes back to, when the design came from or went to a file of the disk. */
  readonly handle?: FileSystemFileHandle;
  readonly saveState: SaveState;
  /** Saving over its file would lose something (D-10). */
  readonly readOnly?: ImportReport['readOnly'];
  /** What the browser keeps it under. */
  readonly key?: string;
  /** It came back after the page was lost: when it had been kept last. */
  readonly restoredFrom?: number;
  /** Another tab has it open: it is only looked at here. */
  readonly elsewhere?: true;
}

/** A design that the browser keeps. */
export interface RecentDesign {
  readonly key: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly resources: number;
}

/** Files that were read and wait for a decision. */
export interface Opening {
  readonly reading: Reading;
  readonly files: readonly PickedFile[];
  readonly handle?: FileSystemFileHandle;
  /** Of the design that they may be added to. */
  readonly version: number;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly message: LocalText;
  /** A command that the notice offers, by its id. */
  readonly command?: string;
}

export interface HistoryStep {
  readonly label: LocalText;
  readonly group?: string;
  readonly before: Design;
  readonly after: Design;
  /** Where each came from, when the step opened another design. */
  readonly files?: { readonly before: FileState; readonly after: FileState };
}

/** Announced to assistive technology; `serial` makes a repeated sentence be read again. */
export interface Announcement {
  readonly text: LocalText;
  readonly serial: number;
}

/** What was read, for review; the design itself is the store's. */
export type ReadReport = Omit<ImportReport, 'design'>;

export interface AppState {
  readonly design: Design;
  /** Counts the edits; answers name the version that they belong to. */
  readonly version: number;
  readonly selection: readonly ResourceId[];
  readonly view: View;
  readonly answers: Answers;
  readonly pathAnswer?: PathAnswer;
  readonly proofAnswer?: PathAnswer;
  /** What the fix that is looked at does beside what it is for. */
  readonly fixEffects?: FixEffects;
  readonly ruleAnswers: RuleAnswers;
  readonly trialAnswer?: TrialAnswer;
  readonly lookupAnswer?: LookupAnswer;
  readonly reachAnswer?: ReachAnswer;
  readonly history: { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };
  readonly file: FileState;
  readonly notices: readonly Notice[];
  readonly announcement?: Announcement;
  /** What was undone or redone last. */
  readonly travelled?: Announcement;
  /** What the last edit led to, as it was told; `none` when it changed no tier and no finding. */
  readonly news?: LocalText | 'none';
  /** What the last reading of files found. */
  readonly report?: ReadReport;
  readonly opening?: Opening;
  /** What else the browser keeps, the newest first. */
  readonly recents: readonly RecentDesign[];
  /** Work over 400 ms that the status bar tells of. */
  readonly busy?: { readonly label: LocalText; readonly done?: number; readonly total?: number };
}

export const initialView: View = {
  lens: 'topology',
  leftTab: 'add',
  leftOpen: true,
  drawerOpen: false,
  drawerTab: 'findings',
  right: 'inspector',
  rightOpen: true,
  detailsTab: 'overview',
  reachDirection: 'to',
  language: 'en',
  theme: 'system',
  tool: 'select',
  looking: 'off',
  singleKeys: 'on',
  zoneRows: 'hidden',
  path: { from: '', to: '', protocol: 'tcp', port: '443', ipVersion: 'both' },
  lensFamily: 4,
  hovered: [],
  inView: [],
  found: [],
  watchedRules: { of: [], rowsOf: [] },
  ruleDirection: 'inbound',
  zoom: 1,
};

export const initialState: AppState = {
  design: emptyDesign('Untitled'),
  version: 0,
  selection: [],
  view: initialView,
  answers: noAnswers,
  ruleAnswers: noRuleAnswers,
  history: { undo: [], redo: [] },
  file: { name: 'Untitled', saveState: 'none' },
  notices: [],
  recents: [],
};
