import type { Knowledge } from '../knowledge/knowledge.ts'
import { UnwashError } from '../sources/error.ts'
import type { Signoff } from '../sources/release.ts'
import { placeOf } from './place.ts'

/** the group of a framework's rows that sum up the others */
const CONCLUSIONS = 'verdict'

/**
 * Checks what can be told of a sign-off without its release: that somebody asks the requirement, and that its day has
 * come. Throws an UnwashError naming the line.
 */
export function checkSignoffs(
  signoffs: readonly Signoff[],
  { frameworks }: Pick<Knowledge, 'frameworks'>,
  today: string,
): void {
  const requirements = [...frameworks.values()].flatMap(framework =>
    framework.requirements.map(requirement => ({ ...requirement, framework: framework.id })),
  )
  for (const { requirement, on, cited } of signoffs) {
    const found = requirements.find(({ id }) => id === requirement)
    if (!found) {
      const near = requirements.find(({ id }) => id.toLowerCase() === requirement.toLowerCase())
      const todo = near ? `write ${near.id}` : 'the ids are those in the requirements of a report'
      throw new UnwashError(`no requirement is called "${requirement}", signed off in`, placeOf(cited), todo)
    }
    if (found.group === CONCLUSIONS) {
      const todo = 'sign off the requirements it rests on'
      throw new UnwashError(`${requirement} is a conclusion, and no one's to sign off, in`, placeOf(cited), todo)
    }
    if (on > today) {
      throw new UnwashError(`a sign-off dated ${on}, after today (${today}), in`, placeOf(cited), 'correct its day')
    }
  }
}
