import { describe, expect, it } from 'vitest';
import { recogniseText, type OtherText } from './recognise.ts';

describe('text that is no JSON', () => {
  it.each<[string, string, OtherText | undefined]>([
    [
      'B-6 an error line',
      '\nAn error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized',
      { code: 'aws-error', error: 'UnauthorizedOperation', operation: 'DescribeVpcs' },
    ],
    [
      'B-6 an expired token',
      'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token',
      { code: 'aws-error', error: 'ExpiredToken', operation: 'GetCallerIdentity' },
    ],
    [
      'an error without its operation',
      'aws: An error occurred (AuthFailure)',
      { code: 'aws-error', error: 'AuthFailure' },
    ],
    [
      'B-6 an XML error',
      '<?xml version="1.0"?><Response><Errors><Error><Code>RequestExpired</Code></Error></Errors></Response>',
      { code: 'xml-error', error: 'RequestExpired' },
    ],
    ['B-6 an HTML page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', { code: 'html' }],
    ['an HTML page without a type', ' <html lang="en">', { code: 'html' }],
    ['no credentials', 'Unable to locate credentials. You can configure', { code: 'no-credentials' }],
    [
      'an expired SSO session',
      'The SSO session associated with this profile has expired or is otherwise invalid.',
      { code: 'no-credentials' },
    ],
    ['a usage message', '\nusage: aws [options] <command>', { code: 'command-usage' }],
    ['C-4 a table', '-----------------\n|  DescribeVpcs |\n+------+', { code: 'cli-table' }],
    ['C-4 text', 'VPCS\t10.0.0.0/16\tdopt-1\tdefault', { code: 'cli-text' }],
    ['YAML output', 'Vpcs:\n- CidrBlock: 10.0.0.0/16', { code: 'cli-yaml' }],
    [
      'a template',
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  V:\n    Type: AWS::EC2::VPC',
      { code: 'cloudformation-yaml' },
    ],
    ['HCL', 'resource "aws_vpc" "main" {\n}', { code: 'hcl' }],
    ['a plan as text', 'Terraform will perform the following actions:', { code: 'terraform-plan-text' }],
    ['a picture', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">', { code: 'svg' }],
    ['draw.io', '<mxfile host="x">', { code: 'drawio' }],
    ['other XML', '<?xml version="1.0"?><project/>', { code: 'xml' }],
    ['prose', 'Dear all, the network is down.', undefined],
  ])('%s', (_name, text, expected) => {
    expect(recogniseText(text)).toEqual(expected);
  });
});
