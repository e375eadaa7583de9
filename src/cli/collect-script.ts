/** Writes the shell script that captures an account: read-only AWS CLI commands, one file an answer (FORMATS §2.5). */

import { commandReaders, type Capture } from '../formats/index.ts';

export interface CollectOptions {
  /** Regions by name; none: every Region that is enabled. */
  readonly regions: readonly string[];
  readonly profile: string | undefined;
  readonly vpc: string | undefined;
}

interface Asked<Ask extends Capture['ask']> {
  readonly command: string;
  readonly capture: Extract<Capture, { readonly ask: Ask }>;
}

/** What the readers of answers want to be asked for. */
const asked = commandReaders.flatMap(({ command, capture }) => (capture ? [{ command, capture }] : []));
const lists = asked.filter((each): each is Asked<'list'> => each.capture.ask === 'list');
const things = asked.filter((each): each is Asked<'each'> => each.capture.ask === 'each');

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A POSIX shell script. It changes nothing in the account and goes on after an error. */
export function collectScript({ regions, profile, vpc }: CollectOptions): string {
  const filter = ({ vpcFilter, filterOption = '--filters' }: Asked<'list'>['capture']): string =>
    vpc === undefined || vpcFilter === undefined
      ? ''
      : ` ${filterOption} ${quoted(`Name=${vpcFilter},Values=${vpc}`)}`;
  const regionList =
    regions.length === 0
      ? '$(aws ec2 describe-regions --query "Regions[].RegionName" --output text)'
      : regions.map(quoted).join(' ');
  const idsOf = ({ of }: Asked<'each'>['capture']): string =>
    vpc !== undefined && of.command === 'describe-vpcs' ? quoted(vpc) : `$(ids ${of.command} "${of.ids}")`;
  return `#!/bin/sh
# Captures an AWS network for vpc-designer with the AWS CLI. Every command only reads.
# Answers are written to vpcd-ACCOUNT/REGION/COMMAND.json; open the folder with vpc-designer.
set -u
export AWS_PAGER=''
${profile === undefined ? '' : `export AWS_PROFILE=${quoted(profile)}\n`}account=$(aws sts get-caller-identity --query Account --output text) || exit 2

# save FILE ARGUMENT...: one answer. An error is kept beside it, and the next command goes on.
save() {
  file=$1
  shift
  if aws ec2 "$@" --region "$region" --output json > "$folder/$file.json" 2> "$folder/$file.err"; then
    rm -f "$folder/$file.err"
  else
    rm -f "$folder/$file.json"
    echo "$region $file: $(tr '\\n' ' ' < "$folder/$file.err")" >&2
  fi
}

# ids COMMAND QUERY: the ids that a list holds, for questions about each.
ids() {
  aws ec2 "$1" --query "$2" --region "$region" --output text 2> /dev/null | tr '\\t' '\\n' | grep -v '^None$'
}

for region in ${regionList}; do
  folder="vpcd-$account/$region"
  mkdir -p "$folder"
  echo "$region" >&2
${lists.map(({ command, capture }) => `  save ${command} ${command}${filter(capture)}`).join('\n')}
  # The answers below do not say what they are about: the file's name does.
${things.map(({ command, capture }) => askEach(command, capture, idsOf(capture))).join('\n')}
done
echo "vpcd-$account" >&2
`;
}

/** A loop that asks about each thing, once or once an attribute. */
function askEach(command: string, { option, attributes }: Asked<'each'>['capture'], ids: string): string {
  const question = `${command} ${option} "$id"`;
  const body =
    attributes === undefined
      ? [`    save "${command}.$id" ${question}`]
      : [
          `    for attribute in ${attributes.join(' ')}; do`,
          `      save "${command}.$id.$attribute" ${question} --attribute "$attribute"`,
          '    done',
        ];
  return [`  for id in ${ids}; do`, ...body, '  done'].join('\n');
}
