export { answersIn } from './answers.ts'
export { commentsIn, sentencesIn, sentencesOfHeader } from './pages.ts'
export { isSentence, type Sentence, SURFACES, type Surface, type Within } from './sentence.ts'
export { frontComments, sentencesOfForm, settingsSaid, valuesAtHub, valuesIn } from './values.ts'
