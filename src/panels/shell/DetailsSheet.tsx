/** On a small page: the inspector or the path in a sheet beside the canvas, which stays usable. */

import { useApp } from '../../app/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { closeDialog, useDetailsTab } from './dialogs.ts';
import { RightContent } from './RightPanel.tsx';

export default function DetailsSheet() {
  const { shell } = useText();
  const right = useApp(({ view }) => view.right);
  const tab = useDetailsTab();
  return (
    <Dialog
      shape="sheet"
      title={right === 'path' ? shell.pathTitle : shell.rightPanel}
      header={right === 'path' ? 'hidden' : 'shown'}
      onClose={closeDialog}
    >
      <RightContent tab={tab} />
    </Dialog>
  );
}
