import type { Framework, FrameworkRequirement, Knowledge } from '../knowledge/knowledge.ts'

/** A requirement with the framework it belongs to: everything there is to tell about it. */
export interface RequirementExplained extends FrameworkRequirement {
  readonly framework: Pick<Framework, 'id' | 'name' | 'edition' | 'publisher' | 'note' | 'seenOn'>
}

/** What a requirement asks, what each answer means, and where it comes from; null when no framework has the id. Ids compare without case. */
export function explainRequirement(id: string, knowledge: Knowledge): RequirementExplained | null {
  const asked = id.trim().toLowerCase()
  for (const { requirements, ...framework } of knowledge.frameworks.values()) {
    const requirement = requirements.find(requirement => requirement.id.toLowerCase() === asked)
    if (requirement) return { ...requirement, framework }
  }
  return null
}
