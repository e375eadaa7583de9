/** The titles of fixes: what a person would press. */

import type { Fix } from '../../engine/index.ts';
import { actions, explainAction, valuesOfAction } from './actions.ts';
import type { ExplainContext } from './context.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';
import type { Values } from './values.ts';

export const fixes = {
  'add-route': actions.CreateRoute,
  'replace-route': actions.ReplaceRoute,
  'delete-route': actions.DeleteRoute,
  'associate-table': actions.AssociateRouteTable,
  'allow-in-group': {
    en: `${actions.AuthorizeSecurityGroupIngress.en}[ (also used by {users})][ (also used by {userCount} others)]`,
    ja: `${actions.AuthorizeSecurityGroupIngress.ja}[ ({users} も使用)][ (ほか {userCount} 件も使用)]`,
  },
  'allow-in-acl': {
    en: 'Allow {side} {traffic}[ {withPeer}] in {acl}[ (rule {number})]',
    ja: '{acl} の{side}で[ {withPeer}] {traffic} を許可[ (ルール {number})]',
  },
  'attach-gateway': actions.AttachInternetGateway,
  'create-gateway': actions.CreateInternetGateway,
  'create-nat-gateway': {
    en: 'Create a NAT gateway in {subnet}[ and send {destination} to it]',
    ja: '{subnet} に NAT ゲートウェイを作成[し、{destination} を送る]',
  },
  'associate-address': actions.AssociateAddress,
  'source-dest-check-off': {
    en: 'Turn off the source/destination check of {interface}',
    ja: '{interface} の送信元/送信先チェックを無効化',
  },
  'start-instance': actions.StartInstances,
  'move-nat-gateway': { en: 'Move the NAT gateway to {subnet}', ja: 'NAT ゲートウェイを {subnet} に移動' },
  'exclude-from-block': actions.CreateVpcBlockPublicAccessExclusion,
  'change-exclusion': actions.ModifyVpcBlockPublicAccessExclusion,
  'turn-on-metadata': {
    en: 'Turn on the metadata service of {instance}',
    ja: '{instance} のメタデータサービスを有効化',
  },
  'revoke-rule': actions.RevokeSecurityGroupIngress,
  rename: actions.CreateTags,
} as const satisfies Catalogue;

/** The title of a fix; one without an entry is told by its calls. */
export function explainFix(fix: Fix, context: ExplainContext): string {
  const sentence = sentenceOf(fix);
  if (sentence === undefined) {
    return fix.actions
      .map((action) => explainAction(action, context))
      .join(context.language === 'en' ? '; ' : '、');
  }
  return tell(sentence, { ...valuesOfFix(fix, context), ...fix.parameters }, context);
}

function sentenceOf(fix: Fix): Catalogue[string] | undefined {
  const egressOnly = fix.actions.some((action) => action.action === 'CreateEgressOnlyInternetGateway');
  if (fix.id === 'create-gateway' && egressOnly) return actions.CreateEgressOnlyInternetGateway;
  return entryOf(fixes, fix.id);
}

function valuesOfFix(fix: Fix, context: ExplainContext): Values {
  const values: Record<string, string | undefined> = {};
  for (const action of fix.actions) {
    for (const [name, value] of Object.entries(valuesOfAction(action, context))) values[name] ??= value;
  }
  // What says which interface it is may be an instance: its one interface is meant.
  values['interface'] ??= values['instance'];
  return values;
}
