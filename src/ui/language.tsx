/** The language that a part of the page speaks, handed down so that no component needs to know where it is kept. */

import { createContext, useContext, type ReactNode } from 'react';
import { text, unbrokenTexts, type Language, type Section, type Texts } from '../i18n/index.ts';

const LanguageContext = createContext<Language>('en');

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** The texts of the page's frame in the present language. */
export const useText = (): Texts => text(useLanguage());

/** The texts of a part that is loaded on its own. */
export function useTexts<Entries>(section: Section<Entries>): Section<Entries>[Language] {
  const language = useLanguage();
  return language === 'ja' ? unbrokenTexts(section.ja) : section[language];
}
