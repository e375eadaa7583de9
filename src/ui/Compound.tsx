/** A name that may break between the words that it is joined of: Japanese writes long ones without a space. */

import { Fragment } from 'react';

const joint = /(?<=ネットワーク|インターネット|セキュリティ|プレフィックス)(?=[ァ-ヶ])/;

export const Compound = ({ children }: { readonly children: string }) =>
  children.split(joint).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one name stand where they stand
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
