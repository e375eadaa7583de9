/** What a row is called. */

import type { Texts } from '../../i18n/index.ts';
import { definitionOf, type Language } from '../../model/index.ts';
import type { RowSubject, TreeNode } from './tree.ts';

type Folder = Extract<RowSubject, { kind: 'folder' }>;

function folderName({ palette }: Texts, { of }: Folder, language: Language): string {
  switch (of) {
    case 'routeTable':
      return palette.routeTables;
    case 'securityGroup':
      return palette.groups;
    case 'networkAcl':
      return palette.acls;
    case 'managedPrefixList':
      return palette.prefixLists;
    default:
      return definitionOf(of).label[language];
  }
}

export function rowName(text: Texts, language: Language, { subject, name }: TreeNode): string {
  const { palette } = text;
  switch (subject.kind) {
    case 'resource':
      return name ?? subject.id;
    case 'internet':
      return palette.internet;
    case 'region':
      return subject.region;
    case 'zone':
      return subject.zone;
    case 'others':
      return palette.others;
    case 'folder':
      return folderName(text, subject, language);
  }
}
