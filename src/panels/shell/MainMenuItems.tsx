/** The rows of the menu behind the logo: files, layout, the command palette, and on a small page language and theme. */

import { Languages } from 'lucide-react';
import { app, commandById, runCommand, useApp, whyNotNow } from '../../app/index.ts';
import { MenuChoices, MenuItem, MenuSeparator, useLanguage, useText } from '../../ui/index.ts';
import { commandIcons } from '../commands/icons.ts';
import { RecentItems } from '../files/RecentItems.tsx';
import { switchLanguage, themeChoices } from './settings.ts';
import { shortcutText } from './shortcuts.ts';
import { useIsSmall } from './useMedia.ts';

const groups: readonly (readonly string[])[] = [
  ['new', 'open', 'open-folder', 'save', 'save-as', 'export', 'print'],
  ['show-report'],
  ['find', 'tidy', 'command-palette', 'shortcuts'],
];

export default function MainMenuItems() {
  const text = useText();
  const { shell } = text;
  const isSmall = useIsSmall();
  const theme = useApp(({ view }) => view.theme);
  const hasReport = useApp(({ report }) => report !== undefined);
  const shown = groups.filter(([first]) => first !== 'show-report' || hasReport);
  return (
    <>
      {shown.map((ids, index) => (
        <div key={ids[0]} role="group">
          {index > 0 && <MenuSeparator />}
          {ids.map((id) => (
            <CommandItem key={id} id={id} />
          ))}
        </div>
      ))}
      <RecentItems />
      {isSmall && (
        <>
          <MenuSeparator />
          <MenuItem icon={Languages} onSelect={switchLanguage}>
            {shell.otherLanguage}
          </MenuItem>
          <MenuSeparator />
          <MenuChoices
            label={shell.theme}
            value={theme}
            choices={themeChoices(text)}
            onChange={(next) => app.setView({ theme: next })}
          />
        </>
      )}
    </>
  );
}

/** A command of the list as a row of the menu. */
function CommandItem({ id }: { readonly id: string }) {
  const language = useLanguage();
  const command = commandById(id);
  const problem = useApp((state) => command && whyNotNow(command, state));
  if (!command) return null;
  const [shortcut] = command.shortcuts ?? [];
  return (
    <MenuItem
      {...(command.icon ? { icon: commandIcons[command.icon] } : {})}
      disabled={problem !== undefined}
      {...(problem ? { title: problem[language] } : {})}
      shortcut={shortcut === undefined ? undefined : shortcutText(shortcut)}
      onSelect={() => runCommand(command)}
    >
      {command.label[language]}
    </MenuItem>
  );
}
