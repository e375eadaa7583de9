/** One control for each way that a declaration lets a member be edited; lists with tables of their own are tabs. */

import type { ComponentType } from 'react';
import type { Control } from '../../model/index.ts';
import { AddressControl, BlockControl } from './controls/AddressControls.tsx';
import { AssociationsControl } from './controls/AssociationsControl.tsx';
import { NumberControl, SelectControl, SwitchControl, TextControl } from './controls/PlainControls.tsx';
import { PrefixesControl } from './controls/PrefixesControl.tsx';
import type { ControlProps } from './controls/props.ts';
import { ReferenceControl, ReferencesControl } from './controls/ReferenceControls.tsx';

export const controls: Readonly<Partial<Record<Control, ComponentType<ControlProps>>>> = {
  text: TextControl,
  number: NumberControl,
  switch: SwitchControl,
  select: SelectControl,
  cidr4: BlockControl,
  cidr6: BlockControl,
  address4: AddressControl,
  address6: AddressControl,
  reference: ReferenceControl,
  references: ReferencesControl,
  prefixes: PrefixesControl,
  associations: AssociationsControl,
};
