import { every } from './nearby.ts'

/** Countries and regions as legal texts name them: ISO 3166-1 code (or EU, EEA), lower-case names, Chinese ones too. */
const TERRITORIES: readonly (readonly [string, string])[] = [
  [
    'EU',
    'european union|union of european states|eu member states?|member states? of the (?:european union|eu)|eu|欧盟|欧洲联盟',
  ],
  ['EEA', 'european economic area|eea|欧洲经济区'],
  ['GB', 'united kingdom|kingdom of great britain|great britain|uk|u\\.k\\.|英国'],
  [
    'US',
    'united states of america|united states(?! dollars?| code| government| patent| copyright| department)|u\\.s\\.a\\.|usa|美国',
  ],
  ['CN', "people's republic of china|mainland china|china|prc|中华人民共和国|中国大陆|中国"],
  ['KR', 'south korea|republic of korea|韩国|大韩民国'],
  ['KP', "north korea|democratic people's republic of korea|朝鲜|北韩"],
  ['HK', 'hong kong|香港'],
  ['MO', 'macau|macao|澳门'],
  ['TW', 'taiwan|台湾'],
  ['JP', 'japan|日本'],
  ['IN', 'india|印度(?:共和国)?(?!尼)'],
  ['RU', 'russia|russian federation|俄罗斯'],
  ['BY', 'belarus|白俄罗斯'],
  ['UA-43', 'crimea|克里米亚'],
  ['IR', 'iran|伊朗'],
  ['CU', 'cuba|古巴'],
  ['SY', 'syria|叙利亚'],
  ['SD', 'sudan|苏丹'],
  ['VE', 'venezuela|委内瑞拉'],
  ['MM', 'myanmar|缅甸'],
  ['AF', 'afghanistan|阿富汗'],
  ['CA', 'canada|加拿大'],
  ['AU', 'australia|澳大利亚'],
  ['NZ', 'new zealand|新西兰'],
  ['BR', 'brazil|巴西'],
  ['DE', 'germany|德国'],
  ['FR', 'france|法国'],
  ['IT', 'italy|意大利'],
  ['ES', 'spain|西班牙'],
  ['NL', 'netherlands|荷兰'],
  ['CH', 'switzerland|瑞士'],
  ['NO', 'norway|挪威'],
  ['SE', 'sweden|瑞典'],
  ['DK', 'denmark|丹麦'],
  ['FI', 'finland|芬兰'],
  ['AT', 'austria|奥地利'],
  ['BE', 'belgium|比利时'],
  ['IE', '(?<!northern )ireland|爱尔兰'],
  ['PT', 'portugal|葡萄牙'],
  ['PL', 'poland|波兰'],
  ['GR', 'greece|希腊'],
  ['CZ', 'czech republic|czechia|捷克'],
  ['HU', 'hungary|匈牙利'],
  ['RO', 'romania|罗马尼亚'],
  ['MX', 'mexico|墨西哥'],
  ['AR', 'argentina|阿根廷'],
  ['ZA', 'south africa|南非'],
  ['NG', 'nigeria|尼日利亚'],
  ['EG', 'egypt|埃及'],
  ['TH', 'thailand|泰国'],
  ['MY', 'malaysia|马来西亚'],
  ['PH', 'philippines|菲律宾'],
  ['PK', 'pakistan|巴基斯坦'],
  ['KZ', 'kazakhstan|哈萨克斯坦'],
  ['QA', 'qatar|卡塔尔'],
  ['IS', 'iceland|冰岛'],
  ['IL', 'israel|以色列'],
  ['AE', 'united arab emirates|uae|阿联酋'],
  ['SA', 'saudi arabia|沙特'],
  ['SG', 'singapore|新加坡'],
  ['VN', 'vietnam|越南'],
  ['ID', 'indonesia|印度尼西亚'],
  ['TR', 'turkey|türkiye|土耳其'],
  ['UA', 'ukraine|乌克兰'],
]

const NAMES = new RegExp(
  TERRITORIES.map(([, names]) => {
    const latin = names.split('|').filter(name => !/[\u4e00-\u9fff]/.test(name))
    const han = names.split('|').filter(name => /[\u4e00-\u9fff]/.test(name))
    const dotted = latin.filter(name => name.endsWith('.'))
    const words = latin.filter(name => !name.endsWith('.'))
    return `(${[`\\b(?:${words.join('|')})\\b`, ...dotted.map(name => `\\b${name}(?![a-z])`), ...han].join('|')})`
  }).join('|'),
  'g',
)

/** A place named in a text. */
export interface NamedTerritory {
  /** ISO 3166-1 alpha-2, `EU` or `EEA` */
  readonly code: string
  readonly at: number
  readonly end: number
}

/** The territories named in a lower-case text, in the order they stand. */
export const territoriesIn = (lower: string): readonly NamedTerritory[] => {
  const found: NamedTerritory[] = []
  for (const match of every(lower, NAMES)) {
    const index = match.slice(1).findIndex(group => group !== undefined)
    const code = TERRITORIES[index]?.[0]
    if (code !== undefined) found.push({ code, at: match.index, end: match.index + match[0].length })
  }
  return found
}

/** First words of the names, for the shared key-word pass. */
export const TERRITORY_WORDS: readonly string[] = [
  ...new Set(
    TERRITORIES.flatMap(([, names]) =>
      names
        .replace(/\(\?[^)]*\)/g, '')
        .split('|')
        .map(name =>
          /[\u4e00-\u9fff]/.test(name)
            ? name
            : (name
                .replace(/\\/g, '')
                .split(/[^a-z]/)
                .sort((one, other) => other.length - one.length)[0] ?? name),
        )
        .filter(name => name.length > 1),
    ),
  ),
]
