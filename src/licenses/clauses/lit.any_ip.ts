import type { ClauseKind } from '../clause.ts'
import { RETALIATES, retaliationIn } from '../litigation.ts'

/** Rights end for whoever claims any intellectual property, not only patents. */
export const litAnyIp = {
  id: 'lit.any_ip',
  name: 'Broad litigation termination',
  looksFor: 'The license ends for whoever sues over any intellectual property in the model or its outputs.',
  falseFriends: 'Patent retaliation, and the licensor’s own right to sue.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords: ['sue', 'claim', 'infringes', '财产权', 'intellectual', 'proceeding', 'ip', 'proprietary', '知识产权'],
  ways: [[RETALIATES]],
  find(passage) {
    const seen = retaliationIn(passage)
    return seen?.over === 'any intellectual property'
      ? { mode: 'ban', at: seen.at, parameters: { against: seen.against } }
      : null
  },
  examples: {
    found: [
      {
        text: 'Should you start proceedings alleging that the Materials violate intellectual property owned by you, this licence lapses.',
        mode: 'ban',
      },
      {
        text: 'If you institute litigation against Heron Labs or any entity alleging that the Materials or outputs infringe intellectual property owned by you, then any licenses granted to you shall terminate.',
        mode: 'ban',
        parameters: { against: 'anyone' },
      },
      {
        text: 'If you file a lawsuit against us claiming that the Model violates your intellectual property rights, this Agreement ends.',
        mode: 'ban',
        parameters: { against: 'licensor only' },
      },
      { text: '如果您对任何实体提起诉讼，主张本模型侵犯您的知识产权，则本协议授予您的许可终止。', mode: 'ban' },
    ],
    left: [
      'If you institute patent litigation against any entity alleging infringement, your patent licenses terminate.',
      'The parties waive all claims to intellectual property.',
      'Heron Labs owns the intellectual property in the Model.',
    ],
  },
} satisfies ClauseKind
