import type { ClauseKind } from '../clause.ts'
import { forbiddenAt, MAY_FORBID } from '../forbidden.ts'

const SECTORS: readonly (readonly [string, RegExp])[] = [
  [
    'medicine',
    /\b(?:medical(?! (?:conditions?|history|records?|data|information))|medicine|health ?care|clinical|diagnos\w+|patients?(?! (?:information|data|records?|privacy|identit))|medical\/health|hospitals?|therap\w+|treatment (?:of|decisions?)|triage|prescri\w+|pharmac\w+)\b|医疗|诊断|医学/,
  ],
  [
    'law',
    /\b(?:legal (?:advice|services|practices?|profession\w*)|administration of justice|judicial|courts? (?:rulings?|decisions?)|sentencing|lawyers?|parole|practice of any profession|(?:financial, )legal,)/,
  ],
  [
    'finance',
    /\b(?:financial (?:advice|services|decisions?)|credit scoring|creditworthiness|credit (?:decisions?|checks?|ratings?|risk|examinations?|assessments?|screening)|credit(?=[,/]| (?:or|and) (?:housing|employment|insurance|lending))|insurance|lending|loan (?:decisions?|applications?|approvals?)|banking|(?:securities|stock|algorithmic|financial) trading|investment (?:advice|decisions?)|underwriting)\b|金融|信贷/,
  ],
  [
    'critical infrastructure',
    /\b(?:critical infrastructure|transportation technologies|heavy machinery|power (?:plants?|grids?|stations?)|water suppl\w+|rail(?:ways?)?|dams?|pipelines?|aircraft|autonomous (?:vehicles?|driving)|self-driving|air traffic|aviation|life[- ]support|safety[- ]critical)\b|关键基础设施|关键信息基础设施/,
  ],
  [
    'automated decisions',
    /\b(?:take|make|taking|making)\b[^.;]{0,40}\bdecisions\b|\bdecide about\b|\bwithout (?:a |any )?human (?:review|oversight)\b|\b(?:fully )?automated decision[- ]?making\b|\bautomated decisions?\b|自动化(?:的)?决策|自动决策/,
  ],
  [
    'employment',
    /\b(?:hiring|recruit\w+|employment decisions?|dismissals?|housing|tenant screening|admissions?)\b|招聘|就业/,
  ],
  ['migration', /\b(?:immigration(?! status)|asylum|migration|visas?|refugees?)\b|移民/],
  ['politics', /\b(?:political (?:advertising|campaign\w*|lobby\w*|purposes?)|elections?|lobbying)\b|选举/],
  [
    'gambling and adult entertainment',
    /\b(?:gambling|betting|casinos?|(?:pornography|adult(?: content| entertainment)?) (?:industry|business|sites?|platforms?|services?))\b|赌博|博彩|色情(?:行业|产业)/,
  ],
  ['high-risk use', /\bhigh[- ]risk (?:uses?|systems?|applications?|ai)\b|高风险/],
  ['fossil fuels', /\b(?:nuclear (?:plants?|facilities|power)|fossil fuels?|tobacco|oil and gas)\b/],
]
const ANY = new RegExp(SECTORS.map(([, words]) => words.source).join('|'))

/** "misleading political or medical messages": the deceit is what is barred */
const DECEIVES =
  /\b(?:misleading|deceptive|false|fake)\b[^.;]{0,36}$|\b(?:defraud|deceive|impersonat\w+|mislead)\b[^.;]{0,60}$/

/** Whole sectors or high-risk uses are barred: medicine, law, critical infrastructure, automated decisions. */
export const fieldSector = {
  id: 'field.sector',
  name: 'Sector and high-risk ban',
  looksFor: 'A ban on medical, legal or financial use, critical infrastructure, automated decisions and the like.',
  falseFriends:
    'Disclaimers ("not intended for medical use", "high-risk use at your own risk"), advice in model cards.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'diagnostic diagnostics diagnosing hospital therapy triage pharmac courts sentencing loans loan banking trading investment underwriting water railway aircraft autonomous driving hiring recruit employment housing visa refugee medical medicine healthcare health clinical diagnosis diagnose patient legal justice judicial profession financial credit creditworthiness insurance lending critical transportation machinery power air aviation life safety automated immigration asylum migration political election lobbying gambling betting pornograph adult high fossil tobacco oil 医疗 诊断 医学 金融 信贷 关键 自动化决策 移民 选举 赌博 色情 高风险 decision decisions decide parole human nuclear'.split(
      ' ',
    ),
  ways: [[MAY_FORBID, ANY]],
  find(passage) {
    const at = forbiddenAt(passage, ANY)
    if (at < 0 || DECEIVES.test(passage.lower.slice(Math.max(0, at - 80), at))) return null
    const sectors = SECTORS.filter(([, words]) => words.test(passage.lower.slice(at))).map(([name]) => name)
    return { mode: 'ban', parameters: { sectors }, at }
  },
  examples: {
    found: [
      { text: '您同意不以下述方式使用模型：用于对个人权利产生影响的完全自动化决策。', mode: 'ban' },
      { text: 'You may not use the Model to give medical advice.', mode: 'ban', parameters: { sectors: ['medicine'] } },
      {
        text: 'You agree not to use the Model:\n- For fully automated decision making that affects legal rights',
        mode: 'ban',
      },
      { text: '不得将本模型用于医疗诊断。', mode: 'ban' },
    ],
    left: [
      'You may not use it to defraud, deceive or impersonate people in financial, legal or journalistic contexts.',
      'You may not use it for misleading legal, financial or medical communications.',
      'You agree not to infer the age or the health and medical conditions of a person.',
      'The weights must not be used to recover identifiable patient information.',
      'Use in a manner that damages the reputation or credit of the owner is prohibited.',
      'You will not promote hatred of people for their religion, caste or immigration status.',
      'The Software is not intended for use in life-support systems or aviation.',
      'If you elect a high-risk use, you do so at your own risk.',
      'You may use the Model in healthcare.',
      'Medical data was used for training.',
    ],
  },
} satisfies ClauseKind
