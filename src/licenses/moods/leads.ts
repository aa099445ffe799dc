/* The words by which a sentence that leads a list is told; they stand at its end. */

export const IF_YOU: RegExp =
  /\b(?:on|under|upon) the following (?:terms and )?conditions[:：]$|\b(?:only if|provided(?:,? that)?|on (?:the )?condition(?: that)?|as long as|so long as)(?: you| they| licensee| the licensee)?(?: (?:meet|satisfy|fulfil|comply with)[\w ]{0,40})?,?[:：]?$/

/** "this prohibition includes, but is not limited to:" */
export const PROHIBITION: RegExp =
  /\b(?:prohibitions?|ban|restrictions?) (?:also )?(?:includes?|covers?|extends? to|appl(?:y|ies) to)\b[^.;]{0,60}[:：]$/

/** "please read these terms before use:" asks for nothing that its list says */
export const READ: RegExp = /\b(?:read|review|note)\b[^.;]{0,80}[:：]$|(?:阅读|注意|知悉)[^。；]{0,30}[:：]$/
/** what a word means is neither forbidden nor owed: "'Commercial use' means any use not allowed here, such as:" */
export const MEANS: RegExp =
  /^\W*"(?!(?:prohibited|restricted|forbidden|excluded)\b)[^"]{1,40}"[^.;。；]{0,12}(?:\b(?:shall )?means? any\b|(?:是|系)?指(?!定))[^.;。；]*[:：]$/

/** "you may not do the following, or we will close your account:" threatens; the list is what is forbidden */
export const OR_ELSE: RegExp =
  /,? (?:or|otherwise|or else|failing which),? (?:we|licensor|the \w+) (?:will|may|shall|reserves?)\b[^.;]{0,240}[:：]$/

/** "the rights that this license does not grant, and that another agreement may add, include:" */
export const NOT_GRANTED: RegExp =
  /\b(?:rights?|uses?|activities|things)\b[^.;:]{0,40}\b(?:(?:does|do) not (?:grant|include|cover|permit|allow|give|authori[sz]e)|(?:is|are) not (?:granted|included|covered|licensed|permitted))\b[^.;:]{0,140}\b(?:include|are|is)(?: but (?:is|are) not limited to)? ?[:：]$/
/** "you must obtain our written permission before you:" forbids what its list says, as long as nobody asks */
export const ASK_FIRST: RegExp =
  /\b(?:commercial|separate|paid|enterprise|business|company|written|additional) (?:\w+ ){0,2}(?:licen[cs]e|agreement|permission|subscription) (?:is |are )?(?:required|needed|necessary) (?:if|for|when|to|before|by)\b[^.;:]{0,60}[:：]$|\b(?:permission|consent|approval|authori[sz]ation|licen[cs]e)\b[^.;:]{0,60}\b(?:before|prior to|in order to|to do any of|for any of|if you (?:want|wish|plan|intend) to)\b[^.;:]{0,40}[:：]$/
