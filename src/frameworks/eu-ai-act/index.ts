import type { Evaluator } from '../framework.ts'
import { applicability } from './applicability.ts'
import { license } from './license.ts'
import { monetization } from './monetization.ts'
import { otherLaw } from './other-law.ts'
import { owed } from './owed.ts'
import { publicity } from './publicity.ts'
import { conclude, verdict } from './verdict.ts'

/** The EU AI Act's exemption for open general-purpose AI models, Article 53(2), as the Commission's guidelines read it. */
export const euAiAct: Evaluator = {
  id: 'eu-ai-act',
  judges: { ...applicability, ...license, ...monetization, ...publicity, ...owed, ...otherLaw, ...verdict },
  conclude,
}
