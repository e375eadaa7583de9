/** The look of buttons, fields, menus and the like, and nothing else. */

export { Button, IconButton } from './Button.tsx';
export { Checkbox } from './Checkbox.tsx';
export { classes } from './classes.ts';
export { Combobox } from './Combobox.tsx';
export { Compound } from './Compound.tsx';
export { Count } from './Count.tsx';
export { Dialog } from './Dialog.tsx';
export { FieldProblem } from './FieldProblem.tsx';
export { Icon } from './Icon.tsx';
export { Kbd } from './Kbd.tsx';
export { LanguageProvider, useLanguage, useText, useTexts } from './language.tsx';
export { Menu, MenuChoices, MenuItem, MenuSeparator, PointMenu, type MenuTriggerProps } from './Menu.tsx';
export { Pill, type PillTone } from './Pill.tsx';
export { placeBeside, type FloatSide } from './place-beside.ts';
export { SearchField } from './SearchField.tsx';
export { Segments, type Segment } from './Segments.tsx';
export { Select, type Option } from './Select.tsx';
export { Splitter } from './Splitter.tsx';
export { SuggestionList } from './SuggestionList.tsx';
export { fits, type Suggestion } from './suggestions.ts';
export { Switch } from './Switch.tsx';
export { Tabs, type Tab } from './Tabs.tsx';
export { TextField } from './TextField.tsx';
export { Toast } from './Toast.tsx';
export { TooltipLayer } from './Tooltip.tsx';
export { useRovingFocus } from './useRovingFocus.ts';
