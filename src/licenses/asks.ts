/** "must apply for a license", "for commercial licenses please ask" */
export const ZH_ASK: RegExp =
  /(?:必须|须|应当?|需要?|请|事先|另行|提前)[^。；]{0,40}(?:申请|取得|获得|获取|联系|签署|签订|购买)[^。；]{0,40}(?:许可|授权|同意|协议|证书)|(?:申请|取得|获得|获取)[^。；]{0,20}(?:商业|商用)(?:使用)?(?:许可|授权)|(?:商业|商用)(?:使用)?(?:许可|授权|合作)[^。；]{0,12}(?:联系|咨询)|(?:商业|商用)[^。；]{0,20}(?:请|须|应)?(?:另行|事先)?(?:取得|获得|申请|联系)[^。；]{0,12}(?:许可|授权)/
/** "for commercial use please contact the author" */
export const ZH_CONTACT: RegExp =
  /(?:商业|商用)(?:用途|使用|授权)?[^。；，]{0,4}(?:请|须|需)(?:先|事先|提前)?(?:联系|联络)/
/** "for commercial use please fill in the form and apply" */
export const ZH_APPLY: RegExp =
  /(?:商业|商用|营利|盈利)[^。；]{0,40}(?:请|须|需|应)[^。；]{0,90}(?:申请|登记|备案|报备|填写)/
/** "any commercial use needs a separate license" */
export const ZH_NEEDS: RegExp =
  /(?:商业|商用|生产)[^。；，]{0,20}(?:都|均|皆)?(?:需要?|须|应当?)[^。；，]{0,4}(?:单独|另行|额外|另外|书面)的?[^。；，]{0,10}(?:许可|授权|协议)/
/** "to use it in trade you only need to keep the terms" */
export const ZH_SUFFICES: RegExp = /只需[^。；]{0,24}即可|欢迎(?:您|你)?填写/
/** "the following cases need the author's written permission:" */
export const ZH_CASES: RegExp =
  /以下(?:情况|情形|用途|场景|行为|使用)[^。；]{0,8}(?:需要?|须|应当?)[^。；]{0,24}(?:授权|许可|同意)/
/** a condition is set */
export const ZH_IF: RegExp = /如|若|凡|希望|计划|拟/
/** "without permission it may not be used commercially" */
export const ZH_WITHOUT: RegExp = /(?:未经|未取得|未获得?)[^。；]{0,30}(?:许可|授权|同意)[^。；]{0,40}(?:商业|商用)/
