import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './route-blackhole.ts';

const private_ = (rest: string): string => `table private in v: app-a ; ${rest}`;

describe('route-blackhole', () => {
  examples(finding, SHOP, [
    { what: 'silent where every target works', lines: '', speaks: [] },
    {
      what: 'a NAT gateway that is gone',
      lines: private_('0.0.0.0/0 > nat-gone'),
      speaks: ['private:0.0.0.0/0'],
      fixes: ['Route to n', 'Delete route'],
    },
    {
      what: 'a NAT gateway that failed',
      lines: 'nat n in pub-a eip 203.0.113.5 state failed',
      speaks: ['private:0.0.0.0/0'],
      fixes: ['Delete route'],
    },
    {
      what: 'a detached internet gateway',
      lines: 'igw g',
      speaks: ['public:0.0.0.0/0'],
      fixes: ['Attach g', 'Delete route'],
    },
    {
      what: 'a gateway of another VPC, while the own one is there',
      lines: 'vpc w 10.1.0.0/16\nigw h on w\ntable public in v: pub-a, pub-c ; 0.0.0.0/0 > h',
      speaks: ['public:0.0.0.0/0'],
      fixes: ['Route to g', 'Delete route'],
    },
    {
      what: 'a stopped NAT instance',
      lines: `instance i in pub-a stopped nocheck\n${private_('0.0.0.0/0 > i')}`,
      speaks: ['private:0.0.0.0/0'],
      fixes: ['Start instance', 'Delete route'],
    },
    {
      what: 'AWS says that it is a blackhole',
      lines: private_('10.9.0.0/16 > pcx-1 (blackhole)'),
      speaks: ['private:10.9.0.0/16'],
      fixes: ['Delete route'],
    },
    {
      what: 'an IPv6 route to an egress-only gateway that is gone',
      lines: private_('::/0 > eigw-gone'),
      speaks: ['private:::/0'],
      fixes: ['Delete route'],
    },
    {
      what: 'an edge table whose device is gone',
      lines: 'table edge in v: g ; 10.0.0.0/24 > eni-gone',
      speaks: ['edge:10.0.0.0/24'],
      fixes: ['Delete route'],
    },
    { what: 'the table serves nobody', lines: 'table lonely in v: ; 0.0.0.0/0 > nat-gone', speaks: [] },
    {
      what: 'the main table, while every subnet has its own',
      lines: 'table private in v: app-a, app-c ; 0.0.0.0/0 > n\ntable main in v: main ; 0.0.0.0/0 > igw-gone',
      speaks: [],
    },
    {
      what: 'a target of a kind that the input does not cover',
      lines: `coverage all but nat\n${private_('0.0.0.0/0 > nat-elsewhere')}`,
      speaks: [],
    },
    { what: 'a peering that nothing is known of', lines: private_('10.9.0.0/16 > pcx-1'), speaks: [] },
  ]);
});
