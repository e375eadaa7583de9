/** Writes language and theme on the document, where style sheets and screen readers look for them. */

import { useEffect } from 'react';
import { useApp } from '../../app/index.ts';
import { useIsDark } from './settings.ts';

export function useDocumentLook(): void {
  const language = useApp(({ view }) => view.language);
  const name = useApp(({ file }) => file.name);
  const dark = useIsDark();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);

  useEffect(() => {
    document.title = name === '' ? 'VPC Designer' : `${name} – VPC Designer`;
  }, [name]);
}
