/** The menu of what is under the pointer or has the focus, drawn from the list of commands. */

import { useState } from 'react';
import {
  appState,
  commandById,
  runCommand,
  useApp,
  whyNotNow,
  type Command,
  type CommandPlace,
} from '../../app/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import { titleOf } from '../../model/index.ts';
import { MenuItem, MenuSeparator, PointMenu, useLanguage, useTexts } from '../../ui/index.ts';
import { commandIcons } from '../commands/icons.ts';
import { closeMenu, useOpenMenu, type MenuTopic, type OpenMenu } from '../shell/dialogs.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { rowsOfMenu } from './rows.ts';

const places: Readonly<Record<MenuTopic, CommandPlace>> = {
  drawing: 'canvas',
  ground: 'canvas',
  outline: 'outline',
  finding: 'page',
};

export default function ContextMenu() {
  const menu = useOpenMenu();
  return menu ? <ShownMenu key={`${menu.x} ${menu.y} ${menu.topic}`} menu={menu} /> : null;
}

function ShownMenu({ menu }: { readonly menu: OpenMenu }) {
  const label = useMenuName(menu.topic);
  // As things were when it was asked for: rows do not come and go under the pointer.
  const [rows] = useState(() => rowsOfMenu(menu.topic, appState(), commandById));
  if (rows.length === 0) return null;
  return (
    <PointMenu label={label} at={menu} onClose={closeMenu}>
      {rows.map((row) =>
        typeof row === 'string' ? (
          <MenuSeparator key={row} />
        ) : (
          <CommandRow key={row.id} command={row} place={places[menu.topic]} />
        ),
      )}
    </PointMenu>
  );
}

function CommandRow({ command, place }: { readonly command: Command; readonly place: CommandPlace }) {
  const language = useLanguage();
  const [keys] = command.shortcuts ?? [];
  const problem = whyNotNow(command)?.[language];
  return (
    <MenuItem
      {...(command.icon ? { icon: commandIcons[command.icon] } : {})}
      shortcut={keys === undefined ? undefined : shortcutText(keys)}
      disabled={problem !== undefined}
      {...(problem === undefined ? {} : { title: problem })}
      onSelect={() => runCommand(command, place)}
    >
      {command.label[language]}
    </MenuItem>
  );
}

function useMenuName(topic: MenuTopic): string {
  const text = useTexts(commandTexts);
  const design = useApp((state) => state.design);
  const selection = useApp((state) => state.selection);
  if (topic === 'ground') return text.menuOfCanvas;
  if (topic === 'finding') return text.menuOfFinding;
  const [first] = selection;
  return first !== undefined && selection.length === 1
    ? text.menuOf(titleOf(design, first))
    : text.menuOfSeveral(selection.length);
}
