import type { CodeLanguage, CodeLanguages } from '../../knowledge/code-languages.ts'
import { once } from '../../once.ts'

/** lists of packages and records of tools: long, and no place where a program names its models */
const RECORDS =
  /^(?:package-lock|npm-shrinkwrap|pnpm-lock|tsconfig|jsconfig|composer|\.eslintrc|\.prettierrc|turbo|nx|renovate|lerna|biome|deno|tokenizer|tokenizer_config|vocab|special_tokens_map|unwash)[\w.-]*\.(?:json|ya?ml)$|\.(?:min|bundle)\.js$|\.map$|\.(?:lock|sum)$|\.d\.[mc]?ts$/i

/** what a program says to people, in their languages */
const TRANSLATIONS =
  /(?:^|\/)(?:i18n|locales?|translations?)\/(?:.{1,200}\/)?[\w.-]{1,60}\.(?:json5?|ya?ml|properties|po|toml)$/

/** The language of a file by its name; null for what is no source, and for records of tools. */
export function languageOf(path: string, languages: CodeLanguages): CodeLanguage | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (RECORDS.test(name) || TRANSLATIONS.test(path)) return null
  const { names, endings } = indexOf(languages)
  const whole = names.get(name) ?? names.get(name.split(/(?<!^)[.-]/, 1)[0] ?? '')
  if (whole && (whole.names?.includes(name) || whole.begins?.some(begin => name.startsWith(begin)))) return whole
  const dot = name.lastIndexOf('.')
  return dot < 0 ? null : (endings.get(name.slice(dot + 1).toLowerCase()) ?? null)
}

interface Index {
  readonly names: ReadonlyMap<string, CodeLanguage>
  readonly endings: ReadonlyMap<string, CodeLanguage>
}

const indexOf = once(({ languages }: CodeLanguages): Index => {
  const names = new Map<string, CodeLanguage>()
  const endings = new Map<string, CodeLanguage>()
  for (const entry of languages) {
    const base = languages.find(({ id }) => id === entry.like)
    const language = base ? { ...base, ...entry } : entry
    for (const name of [...(language.names ?? []), ...(language.begins ?? [])]) names.set(name, language)
    for (const ending of entry.endings) endings.set(ending, language)
  }
  return { names, endings }
})
