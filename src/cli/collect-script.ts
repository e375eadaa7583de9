/** Writes the shell script that captures an account: read-only AWS CLI commands, one file an answer (FORMATS §2.5). */

export interface CollectOptions {
  /** Regions by name; none: every Region that is enabled. */
  readonly regions: readonly string[];
  readonly profile: string | undefined;
  readonly vpc: string | undefined;
}

/** What is asked once a Region, with the filter that narrows it to one VPC. */
const LISTS: readonly (readonly [command: string, vpcFilter: string | undefined])[] = [
  ['describe-vpcs', 'vpc-id'],
  ['describe-subnets', 'vpc-id'],
  ['describe-route-tables', 'vpc-id'],
  ['describe-internet-gateways', 'attachment.vpc-id'],
  ['describe-egress-only-internet-gateways', undefined],
  ['describe-nat-gateways', 'vpc-id'],
  ['describe-network-interfaces', 'vpc-id'],
  ['describe-instances', 'vpc-id'],
  ['describe-addresses', undefined],
  ['describe-security-groups', 'vpc-id'],
  ['describe-security-group-rules', undefined],
  ['describe-security-group-vpc-associations', 'vpc-id'],
  ['describe-network-acls', 'vpc-id'],
  ['describe-managed-prefix-lists', undefined],
  ['describe-prefix-lists', undefined],
  ['describe-vpc-block-public-access-options', undefined],
  ['describe-vpc-block-public-access-exclusions', undefined],
];

/** NAT gateways alone call the option by another name. */
const filterOption = (command: string): string =>
  command === 'describe-nat-gateways' ? '--filter' : '--filters';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A POSIX shell script. It changes nothing in the account and goes on after an error. */
export function collectScript({ regions, profile, vpc }: CollectOptions): string {
  const filter = (command: string, name: string | undefined): string =>
    vpc === undefined || name === undefined
      ? ''
      : ` ${filterOption(command)} ${quoted(`Name=${name},Values=${vpc}`)}`;
  const regionList =
    regions.length === 0
      ? '$(aws ec2 describe-regions --query "Regions[].RegionName" --output text)'
      : regions.map(quoted).join(' ');
  const vpcs = vpc === undefined ? '$(ids describe-vpcs "Vpcs[].VpcId")' : quoted(vpc);
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
${LISTS.map(([command, name]) => `  save ${command} ${command}${filter(command, name)}`).join('\n')}
  # The answers below do not say what they are about: the file's name does.
  for id in ${vpcs}; do
    for attribute in enableDnsSupport enableDnsHostnames; do
      save "describe-vpc-attribute.$id.$attribute" describe-vpc-attribute --vpc-id "$id" --attribute "$attribute"
    done
  done
  for id in $(ids describe-managed-prefix-lists "PrefixLists[].PrefixListId"); do
    save "get-managed-prefix-list-entries.$id" get-managed-prefix-list-entries --prefix-list-id "$id"
  done
done
echo "vpcd-$account" >&2
`;
}
