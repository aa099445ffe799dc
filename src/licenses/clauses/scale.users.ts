import type { ClauseKind } from '../clause.ts'
import { has } from '../nearby.ts'
import { type Metric, thresholdIn } from '../thresholds.ts'

const METRICS: readonly Metric[] = [
  {
    name: 'monthly active users',
    words:
      /monthly(?:-| )(?:average )?(?:active )?(?:end[- ])?users?|\bmaus?\b|active (?:end )?users per month|\bmonthly (?:actives|active (?:accounts|customers|subscribers|players|devices|base|audience))\b|\busers? (?:active )?(?:per|each|every|a|in any|in a|within a) (?:calendar |given |single )?month\b|\bactive [\w ]{0,30}\b(?:in|during|over|within) (?:any|a|one|each|the) (?:\w+ )?(?:calendar )?month\b|\b(?:sign|log)s? in(?:to)? [^.;]{0,40}\b(?:in|during|over|within) (?:any|a|one|each|the) (?:\w+ )?month\b|\bmonthly (?:user|audience|visitor|reach)\b|月(?:度|均|平均)?活(?:跃)?(?:用户|人数|量)?|每月活跃/,
    period: 'month',
  },
  {
    name: 'daily active users',
    words:
      /daily(?:-| )(?:average )?(?:active )?(?:end[- ])?users?|\bdaus?\b|日(?:均|平均)?(?:用户)?活跃?(?:用户|人数|量)?/,
    period: 'day',
  },
  { name: 'unique users', words: /unique (?:monthly |annual )?(?:users?|visitors?)|\bmuus?\b|独立访客|独立用户/ },
  { name: 'visits', words: /\bvisits?\b|\bsessions\b|\bvisitors?\b|page ?views?|访问量|访问次数|访客/ },
  {
    name: 'users',
    words:
      /\b(?:end[- ]|registered |active |total |paying |concurrent |simultaneous |peak )?(?:users?|subscribers?|customers?|consumers?|user accounts?|accounts?|members|persons|people|individuals(?! (?:working|employed|on (?:its|the) payroll))|patients|players|audience|installs)\b|用户|客户|账户|账号|会员/,
  },
  { name: 'downloads', words: /\bdownloads\b|下载量/ },
]

/** so few users count only within a body that is named */
const OF_A_BODY =
  /limitation|\b(?:companies|organi[sz]ations|teams|startups|businesses|firms|entities|institutions) (?:with|of|that have)\b|\b(?:your|the|an?|each|any|per|every) (?:\w+ )?(?:organi[sz]ation|team|company|entity|group|institution|business|firm)\b|(?:公司|企业|团队|单位|组织)/

/** The license ends, shrinks or needs another above a number of users or visits. */
export const scaleUsers = {
  id: 'scale.users',
  name: 'User-scale threshold',
  looksFor:
    'A number of users or visits above which the license ends, shrinks, costs something or needs another license.',
  falseFriends: 'Numbers of users that bind nobody: download counts, telemetry, praise in a README.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'players installs installations patients individuals sessions user users persons mau dau maus daus actives visits visitors subscribers customers consumers accounts members people audience pageviews downloads 月活 日活 活跃 用户 访问量 访客 客户 账户 会员 下载量'.split(
      ' ',
    ),
  find(passage, context) {
    /* persons in somebody's employ are another metric */
    if (has(passage.lower, /\bin (?:its|his|their) employ\b/)) return null
    return thresholdIn(
      passage,
      context,
      METRICS,
      amount =>
        amount.currency === undefined && (amount.value >= 50 || (amount.value >= 2 && has(passage.lower, OF_A_BODY))),
    )
  },
  examples: {
    found: [
      { text: 'If your product has more than 50,000 MAU, contact us.', mode: 'ban' },
      {
        text: 'You may use it for free if you are:\n- a person;\n- startups or companies with 12 or fewer users internally;',
        mode: 'grant',
      },
      {
        text: 'You may use it for any purpose only if your organization consists of no more than 12 total users of the Software.',
        mode: 'grant',
      },
      {
        text: 'If your organization exceeds 10 users of the Software, you must obtain a commercial license from the Licensor.',
        mode: 'ban',
      },
      {
        text: 'If on the release date your services and those of your affiliates had over 250 million monthly active users, you must obtain a license from Heron Labs, which it may refuse.',
        mode: 'ban',
        parameters: {
          metric: 'monthly active users',
          over: 250_000_000,
          period: 'month',
          measured: 'on release date',
          affiliates: true,
          consequence: 'request a license',
        },
      },
      {
        text: 'Where your product reaches more than two million daily active users, you shall display "Heron" on its start page.',
        mode: 'duty',
        parameters: {
          metric: 'daily active users',
          over: 2_000_000,
          period: 'day',
          affiliates: false,
          consequence: 'branding',
        },
      },
      {
        text: '若您的服务月活跃用户超过500万，您须向苍鹭实验室另行申请商业授权。',
        mode: 'ban',
        parameters: {
          metric: 'monthly active users',
          over: 5_000_000,
          period: 'month',
          affiliates: false,
          consequence: 'request a license',
        },
      },
      {
        text: 'You may use the model commercially only if your service has fewer than 10,000 users.',
        parameters: { metric: 'users', over: 10_000, affiliates: false, consequence: 'no license above' },
      },
    ],
    left: [
      'Use is permitted if your company has fewer than 100 total individuals working as employees and contractors.',
      'At least 3 users of the team must test a change.',
      'Our chat service has over 10 million users around the world.',
      'The model was downloaded more than 500,000 times last month.',
      'You must inform your users that they talk to a machine.',
      '我们的平台已有超过一百万用户。',
    ],
  },
} satisfies ClauseKind
