/** On a small page: the inspector or the path in a sheet beside the canvas, which stays usable. */

import { useApp } from '../../app/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { closeDialog } from './dialogs.ts';
import { RightContent, titleOfRight } from './RightPanel.tsx';

export default function DetailsSheet() {
  const { shell } = useText();
  const right = useApp(({ view }) => view.right);
  return (
    <Dialog
      shape="sheet"
      title={titleOfRight(right, shell)}
      header={right === 'inspector' ? 'close' : 'hidden'}
      onClose={closeDialog}
    >
      <RightContent />
    </Dialog>
  );
}
