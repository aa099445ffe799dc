/** "you may not remove or obscure any notice" keeps the notices with every copy */
export const REMOVE: RegExp =
  /\bremoval of\b|\b(?:remov|alter|obscur|delet|eras|modif|deface|conceal|omit|strip|hid)(?:e|es|ed|ing|ify|y)?\b|(?:删除|去除|移除|修改|遮盖|隐藏|更改)/

/** what is kept with every copy */
export const KEPT: RegExp =
  /\b(?:copyright|proprietary|licen[cs]\w*|attribution|legal|trademark|other)\b[^.;]{0,60}\b(?:notices?|legends?|statements?|markings?|labels)\b|\b(?:notices|legends|copyright information)\b|(?:版权|许可|著作权|权利|专有)[^。；，]{0,8}(?:声明|信息|标识|标签|标记)|\b(?:original|author|source|dataset|data|model|project) attributions?\b/

/** "attribution and license notices must not be removed" */
export const NOT_REMOVED: RegExp =
  /\b(?:attributions?|notices?|legends|credits?)\b[^.;]{0,40}\b(?:must|may|shall|can) not be (?:\w+ )?(?:removed|altered|obscured|deleted|stripped|hidden|omitted)\b/
