import en from './messages/en.json' with { type: 'json' };
import vi from './messages/vi.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type Locale = 'vi' | 'en';

const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { vi, en };
let current: Locale = localeOf(process.env);

/** The interface language an environment asks for; where it does not say, the system's. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const named = env.TRICHLUC_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const language = named && !/^(?:C|POSIX)\b/.test(named) ? named : Intl.DateTimeFormat().resolvedOptions().locale;
  return language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export function setLocale(locale: Locale): void {
  current = locale;
}

export function getLocale(): Locale {
  return current;
}

/** The message of a key in the interface language, `{name}` places filled; `{count|file|files}` is a number with its noun in the form that goes with it. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}, locale: Locale = current): string {
  return MESSAGES[locale][key].replace(/\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in values)) return whole;
    const value = String(values[name]);
    return printable(one && many ? `${value} ${value === '1' ? one : many}` : value);
  });
}

/** A file's name or words of a document as a terminal may show them: characters that control it or turn the direction of a line are written out. */
export function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The message of a key that is put together from a prefix and a name. */
export function sayOf(prefix: string, name: string, values: Readonly<Record<string, string | number>> = {}, locale: Locale = current): string {
  const key = `${prefix}.${name}`;
  return key in en ? say(key as MessageKey, values, locale) : name;
}
