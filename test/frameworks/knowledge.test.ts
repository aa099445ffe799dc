import { describe, expect, test } from 'vitest'
import { explainRequirement } from '../../src/frameworks/explain.ts'
import { evaluators } from '../../src/frameworks/index.ts'
import { Evaluation } from '../../src/report.ts'
import { knowledge } from '../knowledge/knowledge.ts'
import { evaluated } from './case.ts'

const named = evaluators.map(evaluator => [`${evaluator.id} ${evaluator.reading ?? ''}`.trim(), evaluator] as const)

describe.each(named)('%s', (_, evaluator) => {
  const { id, reading } = evaluator

  test('every requirement of the knowledge has a judge, and every judge a requirement', () => {
    const asked = knowledge.frameworks.get(id)?.requirements.map(requirement => requirement.id) ?? []
    expect(asked.length).toBeGreaterThan(0)
    expect(Object.keys(evaluator.judges).sort()).toEqual([...asked].sort())
  })

  test('its evaluation is a value of the report', () => {
    expect(() => Evaluation.parse(evaluated(id, {}, reading))).not.toThrow()
  })

  test('answers every requirement, in the order of the knowledge, with a citation and a reason', () => {
    const { requirements } = evaluated(id, {}, reading)
    expect(requirements.map(requirement => requirement.id)).toEqual(
      knowledge.frameworks.get(id)?.requirements.map(requirement => requirement.id),
    )
    for (const requirement of requirements) {
      expect(requirement.cited.length, requirement.id).toBeGreaterThan(0)
      expect(requirement.because, requirement.id).toMatch(/^\S.*\.$/)
      expect(requirement.rule, requirement.id).not.toBe('')
    }
  })
})

test('each framework of the knowledge that asks anything for a person has an answer for that', () => {
  for (const framework of knowledge.frameworks.values())
    for (const requirement of framework.requirements) {
      if (requirement.automation === 'human') expect(requirement.answers['needs-human'], requirement.id).toBeDefined()
      expect(requirement.answers.met, requirement.id).toBeDefined()
      expect(requirement.answers.unmet, requirement.id).toBeDefined()
    }
})

describe('explaining a requirement', () => {
  test('tells the question, the answers, the source and what must be said of the framework', () => {
    const explained = explainRequirement('osaid-d8', knowledge)
    expect(explained?.id).toBe('OSAID-D8')
    expect(explained?.automation).toBe('human')
    expect(explained?.answers['needs-human']).toBeTruthy()
    expect(explained?.framework).toMatchObject({ id: 'osaid-1.0', edition: '1.0' })
    expect(explained?.framework.note).toContain('certifies no AI system')
  })

  test('knows when nothing has the id', () => {
    expect(explainRequirement('OSAID-Z9', knowledge)).toBeNull()
  })
})
