import type { ClauseKind } from '../clause.ts'
import { forbiddenAt, MAY_FORBID } from '../forbidden.ts'
import { has } from '../nearby.ts'

const WATCHING =
  /\b(?:learn|determin|discover|establish|ascertain|reveal|infer|uncover)(?:e|ing)? (?:the )?identit(?:y|ies) of\b|\b(?:re-?)?identify(?:ing)?(?: (?:or|and) \w+)? (?:(?:an?|any|the|specific|particular|natural|living|real|individual) ){0,3}(?:persons?|individuals?|households?|people|someone|anyone)\b|\b(?:track|monitor|watch|observ)(?:e|ing)? (?:of )?(?:the )?(?:behaviou?r|activit(?:y|ies)|communications?|movements|locations?|performance|whereabouts) of\b|\b(?:surveil\w+|recogni[sz]\w+ (?:of )?(?:people|persons|individuals)|biometric\w*|(?:facial|face|emotion|speaker|gait) recognition|\b(?:face|facial|vehicle|speaker|licen[cs]e[- ]plate)(?: ?\/ ?\w+| or \w+)? identification|law enforcement|border control|predictive policing|social scoring|(?:remote )?identif(?:y|ying|ication) (?:of )?(?:natural )?(?:persons?|people|individuals?|anyone|someone)|(?:their|his|the|whose) (?:face|faces|gait|voice|fingerprints?)|fingerprint\w*|iris scan\w*|(?:mass|covert) (?:monitoring|observation)|snoop\w*|spyware|covert (?:\w+ )?(?:observation|monitoring|recording)|eavesdrop\w*|profil(?:e|ing) (?:of )?(?:people|persons|individuals|citizens)|social credit|(?:track|monitor|watch|observ)(?:e|ing)? (?:of )?(?:the )?(?:population|public|citizens|protesters|workers|staff|movements|people|persons|individuals|a person|users|employees)|spy(?:ing)?|stalk\w*|espionage|interception|wiretap\w*)\b|监控|监视|人脸识别|生物识别|生物特征|社会评分|跟踪|追踪|窃听|(?:用户|个人|人群)画像|步态|\bkeep(?:ing)? (?:watch (?:up)?on|tabs on|track of (?:people|persons|your|someone))\b/
/** reports to or requests by the police are no use */
const TO_POLICE =
  /\b(?:report(?:ed|ing)?|cooperat\w+|requests?|required|orders?|disclos\w+)\b[^.;]{0,60}\blaw enforcement\b/

/** Surveillance, biometric processing or law enforcement are barred. */
export const fieldSurveillanceBiometric = {
  id: 'field.surveillance_biometric',
  name: 'Surveillance and biometrics ban',
  looksFor: 'A ban on surveillance, tracking, biometric processing, law enforcement or border control.',
  falseFriends: 'Duties to obey privacy law, cooperation with the police.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'identity identities tabs surveil surveillance biometric facial face emotion enforcement border policing scoring social tracking track monitoring monitor spy spying stalk espionage interception wiretap 监控 监视 identify identifying identification fingerprint gait watch watching observe observing profile profiling snooping eavesdropping 识别 追踪 窃听 画像 生物 社会评分 跟踪 recogni vehicle speaker'.split(
      ' ',
    ),
  ways: [[MAY_FORBID, WATCHING]],
  find(passage) {
    if (has(passage.lower, TO_POLICE)) return null
    const at = forbiddenAt(passage, WATCHING)
    return at < 0 ? null : { mode: 'ban', at }
  },
  examples: {
    found: [
      { text: 'Face / vehicle identification is prohibited.', mode: 'ban' },
      { text: '| Prohibited | surveillance, facial recognition |', mode: 'ban' },
      { text: 'Nobody may use the Work to keep watch upon any person.', mode: 'ban' },
      { text: 'You shall not use the Model for surveillance or biometric identification.', mode: 'ban' },
      { text: 'Prohibited uses include:\n- Tracking people without their consent', mode: 'ban' },
      { text: '禁止将本模型用于人脸识别或监控他人。', mode: 'ban' },
    ],
    left: [
      'You must obey privacy law when you process personal data.',
      'The model can be used for facial recognition research.',
      'We may cooperate with law enforcement; you may not object.',
      '本模型可用于视频监控场景。',
    ],
  },
} satisfies ClauseKind
