/** An interface that anyone on the internet can open on every port. */

import { commonHeaders, isEmptyHeaderSet, TCP_HEADERS } from '../net/index.ts';
import { opened, opensEverything, portSet } from './_exposure.ts';
import { offered } from './_actions.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { listenedOn, narrowTo, revoke } from './_groups.ts';
import { tcpRanges } from './_headers.ts';
import { OPENING, openingAt } from './_openings.ts';
import { portsText } from './_words.ts';

export const finding: FindingDefinition = {
  id: 'all-ports-open-to-internet',
  title: { en: 'Every port open to the internet', ja: '全ポートのインターネットへの公開' },
  ...OPENING,
  alsoKnownAs: [
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_all_ports',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_any_port',
    'Checkov CKV_AWS_277',
    'Trusted Advisor: Security Groups – Unrestricted Access',
  ],
  message: {
    en: 'Every port of {eni} is open to the internet, by {rule}.',
    ja: '{eni} の全ポートがインターネットに公開されています ({rule})。',
  },
  *find(context) {
    for (const each of opened(context)) {
      const { node, open, rules } = each;
      if (!opensEverything(open)) continue;
      const whole = rules.filter(({ rule }) => opensEverything(rule.headers));
      const telling = whole.length > 0 ? whole : rules;
      yield {
        ...openingAt(context, each, telling, portSet([22]), {}),
        fixes: () => {
          const used = commonHeaders(listenedOn(context, node) ?? TCP_HEADERS, TCP_HEADERS);
          const narrow: ProposedFix | undefined =
            used === TCP_HEADERS || isEmptyHeaderSet(used)
              ? undefined
              : {
                  id: 'narrow-rule',
                  title: context.say(
                    { en: 'Open only {ports}', ja: '{ports} だけを開く' },
                    { ports: portsText(tcpRanges(used)) },
                  ),
                  parameters: { group: telling[0]?.group.id ?? '' },
                  actions: narrowTo(context, telling, used),
                };
          return offered(narrow, {
            id: 'revoke-rule',
            title: { en: 'Close it', ja: '閉じる' },
            parameters: { group: telling[0]?.group.id ?? '' },
            actions: revoke(context, telling),
          });
        },
      };
    }
  },
};
