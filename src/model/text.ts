/** A sentence or label in every language of the product, carried as data. */

export type Language = 'en' | 'ja';

export type LocalText = Readonly<Record<Language, string>>;
