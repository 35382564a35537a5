import { type CodeRow, type Sourced, sourced } from '../../sourced.js';

const rows = {
  'KMS.0100': {
    statuses: [500],
    meaning: { en: 'KMS could not read its status.', zh: 'KMS 未能读取状态。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  // The page says "try again" for these two codes. The codes say so although the row of 500 says so too,
  // since a user may replace that row.
  'KMS.0101': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'KMS failed internally.', zh: 'KMS 内部出错。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0102': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'KMS failed to read or write its data.', zh: 'KMS 读写数据时出错。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0103': {
    statuses: [500],
    meaning: { en: 'KMS ran into a system fault.', zh: 'KMS 发生系统故障。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.0104': {
    statuses: [503],
    meaning: { en: 'KMS ran into a system fault and is not available.', zh: 'KMS 发生系统故障，暂不可用。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  // A fault of the service, but the page advises only to contact support. It does not advise a retry.
  'KMS.0105': {
    statuses: [400],
    meaning: {
      en: 'KMS ran into a system fault while it handled the request.',
      zh: 'KMS 处理请求时发生系统故障。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.0106': {
    statuses: [400],
    meaning: { en: 'The request reached a replica, which only reads.', zh: '请求到达的是只读的副本服务。' },
    remedy: {
      en: 'Send only read calls to a replica; write to the primary service.',
      zh: '请只向副本服务发送读操作，写操作发往主服务。',
    },
  },
  'KMS.0201': {
    statuses: [400],
    meaning: { en: 'The URL of the request is not one of KMS.', zh: '该 URL 不是 KMS 的接口地址。' },
    remedy: { en: 'Check the URL.', zh: '请检查 URL。' },
  },
  'KMS.0202': {
    statuses: [400],
    meaning: { en: 'The body is not well-formed JSON.', zh: '请求体不是合法的 JSON。' },
    remedy: { en: 'Send a well-formed JSON body.', zh: '请发送格式正确的 JSON。' },
  },
  'KMS.0203': {
    statuses: [400],
    meaning: { en: 'The body is longer than KMS takes.', zh: '请求体过长。' },
    remedy: { en: 'Send a shorter body.', zh: '请缩短请求体。' },
  },
  'KMS.0204': {
    statuses: [400],
    meaning: { en: 'The body lacks a required parameter.', zh: '请求体缺少必填参数。' },
    remedy: { en: 'Add the missing parameter.', zh: '请补上缺少的参数。' },
  },
  'KMS.0205': {
    statuses: [400],
    meaning: { en: 'The key ID is not in a valid form.', zh: 'key_id 的格式不正确。' },
    remedy: { en: 'Send the key_id as KMS gave it.', zh: '请使用 KMS 返回的 key_id。' },
  },
  'KMS.0206': {
    statuses: [400],
    meaning: { en: 'The sequence number is not in a valid form.', zh: 'sequence 的格式不正确。' },
    remedy: { en: 'Correct the sequence number.', zh: '请填写有效的 sequence。' },
  },
  'KMS.0207': {
    statuses: [404],
    meaning: { en: 'There is no such key.', zh: '找不到该密钥。' },
    remedy: { en: 'Name a key that exists, or create one.', zh: '请填写已存在的密钥，或新建一个。' },
  },
  'KMS.0208': {
    statuses: [400],
    meaning: {
      en: 'The encryption_context has a value that is not allowed.',
      zh: 'encryption_context 的取值不符合要求。',
    },
    remedy: { en: 'Correct the encryption_context.', zh: '请更正 encryption_context。' },
  },
  'KMS.0209': {
    statuses: [400],
    meaning: { en: 'The key is disabled.', zh: '密钥处于禁用状态。' },
    remedy: { en: 'Enable the key first.', zh: '请先把密钥重新启用。' },
  },
  'KMS.0210': {
    statuses: [400],
    meaning: {
      en: 'The key waits for its scheduled deletion and cannot be used.',
      zh: '密钥正等待计划删除，无法使用。',
    },
    remedy: { en: 'Cancel the deletion and enable the key.', zh: '请取消删除并启用密钥。' },
  },
  'KMS.0211': {
    statuses: [400],
    meaning: { en: 'A default master key does not allow this operation.', zh: '默认主密钥不允许此操作。' },
    remedy: { en: 'Use a key that you created yourself.', zh: '请改用自行创建的主密钥。' },
  },
  'KMS.0212': {
    statuses: [400],
    meaning: { en: 'The resource type is not one that KMS knows.', zh: 'KMS 不认识该资源类型。' },
    remedy: { en: 'Correct the resource type.', zh: '请更正资源类型。' },
  },
  'KMS.0214': {
    statuses: [400],
    meaning: { en: 'The request is not in the expected format.', zh: '请求的格式有误。' },
    remedy: {
      en: 'Send the request as the API reference describes it.',
      zh: '请按 API 参考的格式发送请求。',
    },
  },
  'KMS.0215': {
    statuses: [405],
    meaning: { en: 'KMS does not support this HTTP method here.', zh: 'KMS 在此处不支持该请求方法。' },
    remedy: { en: 'Use the method that the API reference names.', zh: '请使用 API 参考所列的请求方法。' },
  },
  // An empty or malformed header is the caller's mistake. A new token does not help.
  'KMS.0301': {
    statuses: [403],
    meaning: {
      en: 'The X-Auth-Token header is empty or has characters that a token cannot have.',
      zh: 'X-Auth-Token 缺失，或含有 token 不会有的字符。',
    },
    remedy: { en: 'Get a token, and send the whole of it unchanged.', zh: '请获取 token，并原样完整发送。' },
  },
  // A revoked token is no longer valid. Nothing else distinguishes it from a wrong token.
  'KMS.0302': {
    reauthenticate: true,
    statuses: [403],
    meaning: { en: 'KMS does not accept the X-Auth-Token.', zh: 'KMS 不接受所携带的 X-Auth-Token。' },
    remedy: { en: 'Get a new token, and send the whole of it.', zh: '请获取新的 token，并完整发送。' },
  },
  'KMS.0303': {
    reauthenticate: true,
    statuses: [403],
    meaning: { en: 'The X-Auth-Token is past its time.', zh: 'X-Auth-Token 已过有效期。' },
    remedy: { en: 'Get a new token and send the request again.', zh: '请获取新的 token 后重新发送请求。' },
  },
  // These two codes are about the user of the token. A new token of the same user has the same user.
  'KMS.0304': {
    statuses: [403],
    meaning: {
      en: 'The X-Auth-Token belongs to the open beta test and opens no services.',
      zh: 'X-Auth-Token 属于公测用户，无法使用服务。',
    },
    remedy: {
      en: 'Get a token of an account that is not in the beta test.',
      zh: '请使用非公测帐户获取 token。',
    },
  },
  'KMS.0305': {
    statuses: [403],
    meaning: {
      en: 'The project named in the X-Auth-Token is not valid here.',
      zh: 'X-Auth-Token 中的项目在此处无效。',
    },
    remedy: { en: 'Get a token for the project of this region.', zh: '请为本区域的项目获取 token。' },
  },
  'KMS.0306': {
    statuses: [403],
    meaning: { en: 'The user may not use this key.', zh: '用户没有使用该密钥的权限。' },
    remedy: {
      en: 'Ask the administrator for the KMS CMKFullaccess permission.',
      zh: '请管理员授予 KMS CMKFullaccess 权限。',
    },
  },
  'KMS.0307': {
    statuses: [403],
    meaning: { en: "The user's role may not call this API.", zh: '用户的角色不能调用此接口。' },
    remedy: {
      en: 'Ask the administrator for the KMS CMKFullaccess permission.',
      zh: '请管理员授予 KMS CMKFullaccess 权限。',
    },
  },
  'KMS.0308': {
    statuses: [400],
    meaning: { en: 'A field of the request is not valid.', zh: '请求中有字段无效。' },
    remedy: { en: 'Correct the field.', zh: '请更正该字段。' },
  },
  'KMS.0309': {
    statuses: [400],
    meaning: {
      en: 'The operation works only on keys with imported material.',
      zh: '此操作只适用于导入了密钥材料的密钥。',
    },
    remedy: { en: 'Choose a key whose material was imported.', zh: '请使用导入的密钥。' },
  },
  'KMS.0310': {
    statuses: [400],
    meaning: {
      en: 'The key is not waiting for its material to be imported.',
      zh: '密钥当前并非在等待导入材料。',
    },
    remedy: { en: 'Use a key in the Pending import state.', zh: '请使用“等待导入”状态的密钥。' },
  },
  'KMS.0311': {
    statuses: [400],
    meaning: {
      en: 'The data could not be decrypted with the RSA private key.',
      zh: '用 RSA 私钥解不开这些数据。',
    },
    remedy: {
      en: 'Check the ciphertext and send it again; if it goes on, ask support.',
      zh: '请检查密文后重新发送；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0312': {
    statuses: [400],
    meaning: { en: 'A key with imported material cannot be rotated.', zh: '导入的密钥无法轮换。' },
    remedy: { en: 'Use a key whose material KMS made.', zh: '请使用由 KMS 生成材料的主密钥。' },
  },
  'KMS.0313': {
    statuses: [400],
    meaning: { en: 'Rotation is switched off for the key.', zh: '密钥尚未开启轮换。' },
    remedy: { en: 'Switch rotation on first.', zh: '请先开启密钥轮换。' },
  },
  'KMS.0314': {
    statuses: [403],
    meaning: { en: 'The account has not passed real-name authentication.', zh: '帐户还没有完成实名认证。' },
    remedy: { en: 'Complete real-name authentication first.', zh: '请先完成实名认证。' },
  },
  'KMS.0315': {
    statuses: [400],
    meaning: { en: 'The partition_id is not in a valid form.', zh: 'partition_id 的格式不正确。' },
    remedy: { en: 'Correct the partition_id.', zh: '请更正 partition_id。' },
  },
  'KMS.0316': {
    statuses: [404],
    meaning: {
      en: 'There is no partition with this partition_id.',
      zh: '找不到该 partition_id 对应的分区。',
    },
    remedy: { en: 'Name a partition that exists.', zh: '请填写已存在的分区。' },
  },
  'KMS.0317': {
    statuses: [400],
    meaning: { en: 'The key belongs to a partition that is switched off.', zh: '密钥所在的分区未启用。' },
    remedy: { en: 'Name a partition that is enabled.', zh: '请填写已启用的分区。' },
  },
  'KMS.0318': {
    statuses: [400],
    meaning: { en: 'A partition of this name is already there.', zh: '同名分区已经存在。' },
    remedy: { en: 'Choose another name for the partition.', zh: '请换一个分区名称。' },
  },
  // The page says "try again" for this code and for 0323, 1108, 1109, 2403, 3201, 3202 and 3801, although
  // their status is 400: the service failed, and not the request.
  'KMS.0319': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'This version of KMS cannot rotate keys.', zh: '当前的 KMS 版本无法轮换密钥。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0320': {
    statuses: [400],
    meaning: { en: 'The resource is frozen for lack of payment.', zh: '资源因欠费被冻结。' },
    remedy: { en: 'Renew the service first.', zh: '请先续费。' },
  },
  'KMS.0321': {
    statuses: [403],
    meaning: {
      en: 'The project in the URL is not the project of the X-Auth-Token.',
      zh: 'URL 中的项目与 X-Auth-Token 的项目不同。',
    },
    remedy: { en: 'Use a token of the project that the URL names.', zh: '请使用与 URL 中项目一致的 token。' },
  },
  'KMS.0322': {
    statuses: [403],
    meaning: { en: 'The user may not use this partition.', zh: '用户没有使用该分区的权限。' },
    remedy: { en: 'Have the permission granted first.', zh: '请先配置相应权限。' },
  },
  'KMS.0323': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: {
      en: 'The partition that holds the key could not be determined.',
      zh: '无法确定密钥所在的分区。',
    },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0324': {
    statuses: [400],
    meaning: { en: 'KMS does not rotate RSA keys.', zh: 'RSA 类型的密钥无法轮换。' },
    remedy: { en: 'Use a symmetric key that KMS made.', zh: '请使用由 KMS 生成的对称密钥。' },
  },
  'KMS.0325': {
    statuses: [400],
    meaning: { en: 'An asymmetric key does not allow this operation.', zh: '非对称密钥不允许此操作。' },
    remedy: { en: 'Use a symmetric key.', zh: '请改用对称密钥。' },
  },
  'KMS.0326': {
    statuses: [403],
    meaning: {
      en: 'The role of the user lacks the right to this call.',
      zh: '用户的角色没有此次调用的权限。',
    },
    remedy: {
      en: 'Ask the administrator for the KMS CMKFullaccess permission.',
      zh: '请管理员授予 KMS CMKFullaccess 权限。',
    },
  },
  'KMS.0327': {
    statuses: [400],
    meaning: {
      en: 'KMS could not look up what the user is allowed to do.',
      zh: 'KMS 未能查询到用户的权限。',
    },
    remedy: {
      en: 'Ask the administrator for the KMS CMKFullaccess permission.',
      zh: '请管理员授予 KMS CMKFullaccess 权限。',
    },
  },
  'KMS.0328': {
    statuses: [403],
    meaning: { en: 'KMS itself is frozen for lack of payment.', zh: 'KMS 服务因欠费被冻结。' },
    remedy: { en: 'Renew the service first.', zh: '请先续费。' },
  },
  'KMS.0329': {
    statuses: [400],
    meaning: {
      en: 'The digest does not have the length of the hash algorithm.',
      zh: '摘要的长度与哈希算法不符。',
    },
    remedy: {
      en: 'Send a digest made with that algorithm; if it goes on, ask support.',
      zh: '请发送由该算法得到的摘要；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0330': {
    statuses: [403],
    meaning: { en: 'The user lacks the permission.', zh: '用户缺少权限。' },
    remedy: {
      en: 'Have the KMS CMKFullaccess permission granted first.',
      zh: '请先配置 KMS CMKFullaccess 权限。',
    },
  },
  'KMS.0331': {
    statuses: [400],
    meaning: { en: 'A symmetric key does not allow this operation.', zh: '对称密钥不允许此操作。' },
    remedy: { en: 'Use a key of another type.', zh: '请改用其他类型的密钥。' },
  },
  'KMS.0332': {
    statuses: [400],
    meaning: { en: 'The key does not work with this signing algorithm.', zh: '该密钥不能使用此签名算法。' },
    remedy: {
      en: 'Choose an algorithm that fits the key; if it goes on, ask support.',
      zh: '请选择与密钥匹配的签名算法；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.0334': {
    statuses: [400],
    meaning: {
      en: 'The key was made to encrypt and decrypt, and does nothing else.',
      zh: '该密钥仅用于加密和解密。',
    },
    remedy: { en: 'Use a key made for the operation.', zh: '请使用与操作用途一致的密钥。' },
  },
  'KMS.0335': {
    statuses: [400],
    meaning: {
      en: 'The key was made to sign and verify, and does nothing else.',
      zh: '该密钥仅用于签名和验签。',
    },
    remedy: { en: 'Use a key made for the operation.', zh: '请使用与操作用途一致的密钥。' },
  },
  'KMS.0338': {
    statuses: [400],
    meaning: { en: 'A custom key store cannot rotate keys.', zh: '自定义密钥库无法轮换密钥。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.0339': {
    statuses: [400],
    meaning: { en: 'A custom key store cannot import keys.', zh: '自定义密钥库无法导入密钥。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.0340': {
    statuses: [400],
    meaning: { en: 'Key stores are not supported here.', zh: '此处不支持密钥库。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.0341': {
    statuses: [400],
    meaning: { en: 'An HMAC key does not allow this operation.', zh: 'HMAC 密钥不允许此操作。' },
    remedy: { en: 'Use a key of another type.', zh: '请改用其他类型的密钥。' },
  },
  'KMS.0401': {
    statuses: [400],
    meaning: { en: 'The list of tags is empty.', zh: '请求里一个标签也没有。' },
    remedy: { en: 'Give at least one tag.', zh: '请至少给出一个标签。' },
  },
  'KMS.0402': {
    statuses: [400],
    meaning: { en: 'The value in match is not valid.', zh: 'match 的 value 无效。' },
    remedy: { en: 'Correct the value in match.', zh: '请更正 match 的 value。' },
  },
  'KMS.0403': {
    statuses: [400],
    meaning: { en: 'The key in match is not valid.', zh: 'match 的 key 无效。' },
    remedy: { en: 'Correct the key in match.', zh: '请更正 match 的 key。' },
  },
  'KMS.0404': {
    statuses: [400],
    meaning: { en: 'The action is not one that the call knows.', zh: 'action 不在允许的范围内。' },
    remedy: { en: 'Use an action that the API reference lists.', zh: '请使用 API 参考所列的 action。' },
  },
  'KMS.0405': {
    statuses: [400],
    meaning: { en: 'The value of a tag is not valid.', zh: '标签的值无效。' },
    remedy: { en: "Correct the tag's value.", zh: '请更正标签的值。' },
  },
  'KMS.0406': {
    statuses: [400],
    meaning: { en: 'The key of a tag is not valid.', zh: '标签的键无效。' },
    remedy: { en: "Correct the tag's key.", zh: '请更正标签的键。' },
  },
  'KMS.0407': {
    statuses: [400],
    meaning: {
      en: 'The list of tags has a length that is not allowed.',
      zh: '标签列表的长度不在允许范围内。',
    },
    remedy: {
      en: 'Send fewer or more tags, as the API reference allows.',
      zh: '请按 API 参考调整标签个数。',
    },
  },
  'KMS.0408': {
    statuses: [400],
    meaning: { en: 'The resourceType is not valid.', zh: 'resourceType 无效。' },
    remedy: { en: 'Correct the resourceType.', zh: '请更正 resourceType。' },
  },
  'KMS.0409': {
    statuses: [400],
    meaning: { en: 'The key has as many tags as its quota allows.', zh: '该密钥的标签配额已用完。' },
    remedy: { en: 'Delete tags that are no longer needed.', zh: '请删除不再需要的标签。' },
  },
  'KMS.0410': {
    statuses: [400],
    meaning: {
      en: 'The value of a tag has a length that is not allowed.',
      zh: '标签值的长度不在允许范围内。',
    },
    remedy: { en: "Adjust the length of the tag's value.", zh: '请调整标签值的长度。' },
  },
  'KMS.0411': {
    statuses: [400],
    meaning: { en: 'The key of a tag has a length that is not allowed.', zh: '标签键的长度不在允许范围内。' },
    remedy: { en: "Adjust the length of the tag's key.", zh: '请调整标签键的长度。' },
  },
  'KMS.0412': {
    statuses: [400],
    meaning: { en: 'The list of tags is not valid.', zh: '标签列表无效。' },
    remedy: { en: 'Correct the list of tags.', zh: '请更正标签列表。' },
  },
  'KMS.0413': {
    statuses: [400],
    meaning: { en: 'A tag has more values than are allowed.', zh: '单个标签的 values 过多。' },
    remedy: { en: 'Send fewer values for the tag.', zh: '请减少该标签的 values。' },
  },
  'KMS.0414': {
    statuses: [400],
    meaning: { en: 'The field tags is not valid.', zh: 'tags 字段无效。' },
    remedy: { en: 'Correct the field tags.', zh: '请更正 tags 字段。' },
  },
  'KMS.0415': {
    statuses: [400],
    meaning: { en: 'The field matches is not valid.', zh: 'matches 字段无效。' },
    remedy: { en: 'Correct the field matches.', zh: '请更正 matches 字段。' },
  },
  'KMS.0416': {
    statuses: [404],
    meaning: { en: 'The key has no such tag.', zh: '该密钥没有此标签。' },
    remedy: { en: 'Name a tag that the key has.', zh: '请填写该密钥已有的标签。' },
  },
  'KMS.0417': {
    statuses: [400],
    meaning: { en: 'The offset is outside its range.', zh: 'offset 超出取值范围。' },
    remedy: { en: 'Send an offset within the range.', zh: '请填写范围内的 offset。' },
  },
  'KMS.0418': {
    statuses: [400],
    meaning: { en: 'This call takes no offset.', zh: '此调用不接受 offset。' },
    remedy: { en: 'Leave the offset out.', zh: '请去掉 offset。' },
  },
  'KMS.1101': {
    statuses: [400],
    meaning: { en: 'The key_alias is not valid.', zh: 'key_alias 无效。' },
    remedy: { en: 'Correct the key_alias.', zh: '请更正 key_alias。' },
  },
  'KMS.1102': {
    statuses: [400],
    meaning: { en: 'The realm is not valid.', zh: 'realm 无效。' },
    remedy: { en: 'Correct the realm.', zh: '请更正 realm。' },
  },
  'KMS.1103': {
    statuses: [400],
    meaning: { en: 'The key_description is not valid.', zh: 'key_description 无效。' },
    remedy: { en: 'Correct the key_description.', zh: '请更正 key_description。' },
  },
  'KMS.1104': {
    statuses: [400],
    meaning: { en: 'Another key has this alias.', zh: '该别名已被其他密钥使用。' },
    remedy: { en: 'Choose another alias.', zh: '请换一个别名。' },
  },
  'KMS.1105': {
    statuses: [400],
    meaning: { en: 'The project has as many keys as its quota allows.', zh: '密钥配额已用完。' },
    remedy: {
      en: 'Have the key quota raised, or delete keys that are no longer needed.',
      zh: '请申请提高密钥配额，或删除不再需要的密钥。',
    },
  },
  'KMS.1108': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: {
      en: 'The default partition for the key could not be created.',
      zh: '未能建立密钥的默认分区。',
    },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.1109': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'The route to the key could not be created.', zh: '未能建立密钥的路由。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.1110': {
    statuses: [400],
    meaning: { en: 'The alg_type is not valid.', zh: 'alg_type 无效。' },
    remedy: {
      en: 'Use an algorithm type that the API reference lists.',
      zh: '请使用 API 参考所列的算法类型。',
    },
  },
  'KMS.1114': {
    statuses: [400],
    meaning: { en: 'An EC key cannot encrypt or decrypt.', zh: 'EC 密钥不能加密或解密。' },
    remedy: { en: 'Use a key made for encryption.', zh: '请使用用于加密的密钥。' },
  },
  'KMS.1115': {
    statuses: [400],
    meaning: { en: 'A symmetric key cannot sign or verify.', zh: '对称密钥不能签名或验签。' },
    remedy: { en: 'Use an asymmetric key.', zh: '请改用非对称密钥。' },
  },
  'KMS.1201': {
    statuses: [400],
    meaning: {
      en: 'The key has to be disabled for this call, and is not.',
      zh: '此调用要求密钥处于禁用状态。',
    },
    remedy: { en: 'Disable the key first.', zh: '请先将密钥禁用。' },
  },
  'KMS.1301': {
    statuses: [400],
    meaning: {
      en: 'The key has to be enabled for this call, and is not.',
      zh: '此调用要求密钥处于启用状态。',
    },
    remedy: { en: 'Enable the key first.', zh: '请先将密钥启用。' },
  },
  'KMS.1401': {
    statuses: [400],
    meaning: {
      en: 'The waiting time before deletion is not within 7 to 1096 days.',
      zh: '计划删除的等待时间不在 7 至 1096 天之内。',
    },
    remedy: { en: 'Choose 7 to 1096 days.', zh: '请选择 7 至 1096 天。' },
  },
  'KMS.1402': {
    statuses: [400],
    meaning: { en: 'The key is waiting for its deletion already.', zh: '该密钥先前已计划删除。' },
    remedy: { en: 'Nothing is left to do.', zh: '不需要再做任何操作。' },
  },
  'KMS.1404': {
    statuses: [400],
    meaning: {
      en: 'Key material can be imported only in the region where the key was created.',
      zh: '只能在密钥的原始区域导入密钥材料。',
    },
    remedy: { en: "Import the material in the key's own region.", zh: '请在密钥的原始区域导入材料。' },
  },
  'KMS.1501': {
    statuses: [400],
    meaning: { en: 'The key is not waiting for deletion.', zh: '该密钥并未计划删除。' },
    remedy: { en: 'Schedule the deletion of the key first.', zh: '请先为密钥安排计划删除。' },
  },
  'KMS.1601': {
    statuses: [400],
    meaning: { en: 'The limit is outside its range.', zh: 'limit 超出取值范围。' },
    remedy: { en: 'Send a limit within the range.', zh: '请填写范围内的 limit。' },
  },
  'KMS.1602': {
    statuses: [400],
    meaning: { en: 'The marker is below 0.', zh: 'marker 小于 0。' },
    remedy: { en: 'Send a marker of 0 or more.', zh: '请填写不小于 0 的 marker。' },
  },
  'KMS.1603': {
    statuses: [400],
    meaning: { en: 'The offset of the list is not valid.', zh: '列表的 offset 无效。' },
    remedy: { en: 'Send an offset within the range.', zh: '请填写范围内的 offset。' },
  },
  'KMS.1801': {
    statuses: [400],
    meaning: { en: 'The random_data_length is not 512 bits.', zh: 'random_data_length 不是 512 位。' },
    remedy: { en: 'Ask for 512 bits.', zh: '请将长度设为 512 位。' },
  },
  'KMS.1802': {
    statuses: [400],
    meaning: {
      en: 'The random_data_length is not a whole number of bytes.',
      zh: 'random_data_length 不是整字节数。',
    },
    remedy: { en: 'Send a number of bits that can be divided by 8.', zh: '请填写 8 的倍数（位）。' },
  },
  'KMS.1901': {
    statuses: [400],
    meaning: {
      en: 'The datakey_length is not within 8 to 8,192 bits.',
      zh: 'datakey_length 不在 8 至 8192 位之内。',
    },
    remedy: { en: 'Ask for 8 to 8,192 bits.', zh: '请填写 8 至 8192 位。' },
  },
  'KMS.1902': {
    statuses: [400],
    meaning: {
      en: 'The key_spec is neither AES_128 nor AES_256.',
      zh: 'key_spec 既不是 AES_128 也不是 AES_256。',
    },
    remedy: { en: 'Choose AES_128 or AES_256.', zh: '请选择 AES_128 或 AES_256。' },
  },
  'KMS.1903': {
    statuses: [400],
    meaning: {
      en: 'The datakey_length is not a whole number of bytes.',
      zh: 'datakey_length 不是整字节数。',
    },
    remedy: { en: 'Send a number of bits that can be divided by 8.', zh: '请填写 8 的倍数（位）。' },
  },
  'KMS.1904': {
    statuses: [400],
    meaning: {
      en: 'The data key to be wrapped with RSA is longer than 1520 bits.',
      zh: '用 RSA 包装的数据密钥超过 1520 位。',
    },
    remedy: { en: 'Ask for a data key of 1520 bits at most.', zh: '请使用不超过 1520 位的数据密钥。' },
  },
  'KMS.2001': {
    statuses: [400],
    meaning: { en: 'The datakey_length is not 512 bits.', zh: 'datakey_length 不是 512 位。' },
    remedy: { en: 'Ask for 512 bits.', zh: '请将长度设为 512 位。' },
  },
  'KMS.2101': {
    statuses: [400],
    meaning: { en: 'The plain_text of the data key is not valid.', zh: '数据密钥的 plain_text 无效。' },
    remedy: { en: 'Correct the plain_text.', zh: '请更正 plain_text。' },
  },
  'KMS.2102': {
    statuses: [400],
    meaning: { en: 'The datakey_plain_length is not 64 bytes.', zh: 'datakey_plain_length 不是 64 字节。' },
    remedy: { en: 'Send a data key of 64 bytes.', zh: '请使用 64 字节的数据密钥。' },
  },
  'KMS.2103': {
    statuses: [400],
    meaning: {
      en: 'The hash of the data key to be encrypted does not match.',
      zh: '待加密数据密钥的哈希不匹配。',
    },
    remedy: {
      en: 'Check the data key; if it goes on, ask support.',
      zh: '请检查数据密钥；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.2104': {
    statuses: [400],
    meaning: {
      en: 'The plain_text is not as long as datakey_plain_length says.',
      zh: 'plain_text 的长度不等于 datakey_plain_length。',
    },
    remedy: { en: 'Make the two lengths agree.', zh: '请使两者的长度相同。' },
  },
  'KMS.2105': {
    statuses: [400],
    meaning: {
      en: 'A symmetric key does not work with this encryption algorithm.',
      zh: '对称密钥不能使用此加密算法。',
    },
    remedy: { en: 'Choose an algorithm for symmetric keys.', zh: '请选择适用于对称密钥的算法。' },
  },
  'KMS.2106': {
    statuses: [400],
    meaning: {
      en: 'An RSA key does not work with this encryption algorithm.',
      zh: 'RSA 密钥不能使用此加密算法。',
    },
    remedy: { en: 'Choose an algorithm for RSA keys.', zh: '请选择适用于 RSA 密钥的算法。' },
  },
  'KMS.2108': {
    statuses: [400],
    meaning: {
      en: 'The plain_text is too long for RSA encryption.',
      zh: 'plain_text 过长，无法用 RSA 加密。',
    },
    remedy: {
      en: 'Send a shorter plain_text, or encrypt it with a data key.',
      zh: '请缩短 plain_text，或用数据密钥加密。',
    },
  },
  'KMS.2201': {
    statuses: [400],
    meaning: { en: 'The cipher_text of the data key is not valid.', zh: '数据密钥的 cipher_text 无效。' },
    remedy: { en: 'Send the cipher_text as KMS gave it.', zh: '请使用 KMS 返回的 cipher_text。' },
  },
  'KMS.2202': {
    statuses: [400],
    meaning: { en: 'The datakey_cipher_length is not 64 bytes.', zh: 'datakey_cipher_length 不是 64 字节。' },
    remedy: { en: 'Send a data key of 64 bytes.', zh: '请使用 64 字节的数据密钥。' },
  },
  'KMS.2203': {
    statuses: [400],
    meaning: {
      en: 'The hash of the decrypted data key does not match.',
      zh: '解密得到的数据密钥哈希不匹配。',
    },
    remedy: {
      en: 'Check the data key; if it goes on, ask support.',
      zh: '请检查数据密钥；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.2204': {
    statuses: [400],
    meaning: {
      en: 'The cipher_text is not as long as datakey_cipher_length says.',
      zh: 'cipher_text 的长度不等于 datakey_cipher_length。',
    },
    remedy: { en: 'Make the two lengths agree.', zh: '请使两者的长度相同。' },
  },
  'KMS.2301': {
    statuses: [400],
    meaning: { en: 'The quota asked for is above what can be configured.', zh: '所设配额高于可配置的上限。' },
    remedy: { en: 'Ask for a smaller quota.', zh: '请设置更小的配额。' },
  },
  'KMS.2302': {
    statuses: [400],
    meaning: { en: 'The quota asked for is below the present one.', zh: '所设配额低于当前配额。' },
    remedy: { en: 'Ask for a quota that is not below the present one.', zh: '请设置不低于当前值的配额。' },
  },
  'KMS.2303': {
    statuses: [400],
    meaning: { en: 'There is no quota of this type.', zh: '没有此类型的配额。' },
    remedy: { en: 'Use a quota type that the API reference lists.', zh: '请使用 API 参考所列的配额类型。' },
  },
  'KMS.2304': {
    statuses: [400],
    meaning: {
      en: 'The grant quota cannot be changed before there is a grant.',
      zh: '尚无授权时不能修改授权配额。',
    },
    remedy: { en: 'Create a grant first.', zh: '请先创建一个授权。' },
  },
  'KMS.2305': {
    statuses: [400],
    meaning: {
      en: 'The key quota cannot be changed before there is a key.',
      zh: '尚无密钥时不能修改密钥配额。',
    },
    remedy: { en: 'Create a key first.', zh: '请先创建一个密钥。' },
  },
  'KMS.2401': {
    statuses: [400],
    meaning: {
      en: 'The grant allows only create-grant, which is not enough.',
      zh: '授权的操作里只有 create-grant。',
    },
    remedy: { en: 'Add another operation to the grant.', zh: '请再加入其他操作。' },
  },
  'KMS.2402': {
    statuses: [400],
    meaning: { en: 'The user that the grant names is not valid.', zh: '授权所指定的用户无效。' },
    remedy: { en: 'Correct the ID of the user.', zh: '请更正用户 ID。' },
  },
  'KMS.2403': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'The grant could not be created.', zh: '未能建立授权。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.2404': {
    statuses: [400],
    meaning: { en: 'The key has as many grants as its quota allows.', zh: '该主密钥的授权配额已用完。' },
    remedy: {
      en: 'Have the grant quota raised, or delete grants that are no longer needed.',
      zh: '请申请提高授权配额，或删除不再需要的授权。',
    },
  },
  'KMS.2405': {
    statuses: [400],
    meaning: {
      en: 'The user has been given as many grants as the quota allows.',
      zh: '该用户的授权配额已用完。',
    },
    remedy: {
      en: 'Have the grant quota raised, or delete grants that are no longer needed.',
      zh: '请申请提高授权配额，或删除不再需要的授权。',
    },
  },
  'KMS.2406': {
    statuses: [400],
    meaning: { en: 'The basic partition cannot create grants.', zh: '基础分区不能创建授权。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.2501': {
    statuses: [400],
    meaning: { en: 'There is no grant with this ID.', zh: '找不到此 ID 的授权。' },
    remedy: { en: 'Name a grant that exists.', zh: '请填写已存在的授权。' },
  },
  'KMS.2502': {
    statuses: [400],
    meaning: { en: 'The grant does not belong to this key.', zh: '该授权不属于此密钥。' },
    remedy: {
      en: 'Send the grant_id together with its own key_id.',
      zh: '请将 grant_id 与其所属的 key_id 一起发送。',
    },
  },
  // This is the token of the import parameters. The caller's credentials are valid, so renewing them
  // does not help. KMS.2605 is about the same token.
  'KMS.2601': {
    statuses: [400],
    meaning: { en: 'The import token is past its time.', zh: '导入令牌已过有效期。' },
    remedy: { en: 'Fetch new import parameters.', zh: '请重新获取导入参数。' },
  },
  'KMS.2602': {
    statuses: [400],
    meaning: { en: 'The imported key would expire in the past.', zh: '导入的密钥会在过去的时间失效。' },
    remedy: { en: 'Choose an expiry in the future.', zh: '请选择将来的失效时间。' },
  },
  'KMS.2603': {
    statuses: [400],
    meaning: { en: 'The import token was issued for another key.', zh: '导入令牌是为另一个密钥签发的。' },
    remedy: { en: 'Use the token of the key that is being imported.', zh: '请使用所导入密钥的令牌。' },
  },
  'KMS.2604': {
    statuses: [400],
    meaning: {
      en: "The imported key's plaintext has not the documented length of 32 bits.",
      zh: '导入密钥的明文不是文档规定的 32 位。',
    },
    remedy: { en: 'Import a key of the documented length.', zh: '请导入规定长度的密钥。' },
  },
  'KMS.2605': {
    statuses: [400],
    meaning: { en: 'The import token could not be verified.', zh: '导入令牌未通过校验。' },
    remedy: { en: 'Fetch new import parameters.', zh: '请重新获取导入参数。' },
  },
  'KMS.2606': {
    statuses: [400],
    meaning: {
      en: 'Deleted material is imported again, but not with the same plaintext.',
      zh: '再次导入的密钥材料与删除前的明文不同。',
    },
    remedy: { en: 'Import the plaintext that the key had before.', zh: '请导入该密钥原来的明文。' },
  },
  'KMS.2608': {
    statuses: [400],
    meaning: { en: 'No asymmetric private key was given to import.', zh: '未给出要导入的非对称私钥。' },
    remedy: { en: 'Send the private key.', zh: '请发送私钥。' },
  },
  'KMS.2609': {
    statuses: [400],
    meaning: { en: 'The asymmetric private key to import is not valid.', zh: '要导入的非对称私钥无效。' },
    remedy: { en: 'Send a valid private key.', zh: '请发送有效的私钥。' },
  },
  'KMS.2610': {
    statuses: [400],
    meaning: {
      en: 'The temporary key has a length other than 16 or 32.',
      zh: '临时密钥的长度不是 16 或 32。',
    },
    remedy: { en: 'Use a temporary key of length 16 or 32.', zh: '请使用长度为 16 或 32 的临时密钥。' },
  },
  'KMS.2701': {
    statuses: [400],
    meaning: {
      en: "The key's material cannot be deleted in its present state.",
      zh: '当前状态下不能删除密钥材料。',
    },
    remedy: {
      en: 'Bring the key into the Enabled or Disabled state first.',
      zh: '请先使密钥处于“启用”或“禁用”状态。',
    },
  },
  'KMS.2702': {
    statuses: [400],
    meaning: {
      en: 'The material of an imported private key is never deleted on its own.',
      zh: '导入的私钥材料不可单独删除。',
    },
    remedy: { en: 'Leave the material in place.', zh: '请保留该材料。' },
  },
  'KMS.2801': {
    statuses: [400],
    meaning: { en: 'The end_time is not after the start_time.', zh: 'end_time 没有晚于 start_time。' },
    remedy: { en: 'Choose an end_time after the start_time.', zh: '请选择晚于 start_time 的 end_time。' },
  },
  'KMS.2901': {
    statuses: [400],
    meaning: {
      en: 'Rotation has to be switched off for this call, and is on.',
      zh: '此调用要求先关闭密钥轮换。',
    },
    remedy: { en: 'Switch rotation off first.', zh: '请先关闭轮换。' },
  },
  'KMS.3001': {
    statuses: [400],
    meaning: { en: 'The rotation_interval is outside its range.', zh: 'rotation_interval 超出取值范围。' },
    remedy: { en: 'Send a rotation_interval within the range.', zh: '请填写范围内的 rotation_interval。' },
  },
  'KMS.3103': {
    statuses: [400],
    meaning: { en: "The tenant's ID is not valid.", zh: '租户 ID 无效。' },
    remedy: { en: "Correct the tenant's ID.", zh: '请更正租户 ID。' },
  },
  'KMS.3201': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'KMS could not produce an order ID.', zh: 'KMS 未能生成订单 ID。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.3202': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'KMS failed while it handled the request.', zh: 'KMS 处理请求时出错。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.3702': {
    statuses: [400],
    meaning: { en: 'The status parameter is not valid.', zh: '状态参数无效。' },
    remedy: { en: 'Correct the status parameter.', zh: '请更正状态参数。' },
  },
  'KMS.3801': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: {
      en: 'Key synchronization could not be switched on and configured.',
      zh: '未能开启并配置密钥同步。',
    },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.3802': {
    statuses: [400],
    meaning: {
      en: "The operation could not be passed on to the key's region of origin.",
      zh: '未能将操作转到密钥的原始区域。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.3803': {
    statuses: [400],
    meaning: {
      en: "Synchronization is off in the key's region of origin, so nothing can be done with it.",
      zh: '密钥的原始区域已关闭同步，无法操作。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  // The page says "try again" for this code, 5022 and 5023 too. But the request itself is wrong, so the
  // same request gets the same answer.
  'KMS.3804': {
    statuses: [400],
    meaning: { en: 'The attestation document could not be parsed.', zh: '未能解析证明文档。' },
    remedy: {
      en: 'Check the document and send it again; if it goes on, ask support.',
      zh: '请检查文档后重新发送；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.3805': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'The digital envelope could not be made.', zh: '未能生成数字信封。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.3806': {
    statuses: [500],
    meaning: {
      en: 'The root certificate of the enclave could not be fetched.',
      zh: '未能取得 enclave 的根证书。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.3901': {
    statuses: [404],
    meaning: { en: 'There is no job with this jobId.', zh: '找不到此 jobId 的任务。' },
    remedy: { en: 'Check the jobId, and ask support.', zh: '请检查 jobId，并咨询技术支持。' },
  },
  'KMS.3902': {
    statuses: [400],
    meaning: {
      en: 'The Service-Transaction-Id header is not valid.',
      zh: '请求头 Service-Transaction-Id 无效。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.3903': {
    statuses: [400],
    meaning: {
      en: 'The Service-Transaction-Id header is missing.',
      zh: '请求头中没有 Service-Transaction-Id。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.4001': {
    statuses: [400],
    meaning: { en: 'The name of the service to notify is not allowed.', zh: '所要通知的服务名称不合要求。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.4002': {
    statuses: [400],
    meaning: { en: 'The URL of the service to notify is not allowed.', zh: '所要通知的服务 URL 不合要求。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'KMS.5012': {
    retry: 'transient',
    statuses: [500],
    meaning: {
      en: 'The policy decision service (PDP) could not be asked.',
      zh: '未能请求策略决策服务（PDP）。',
    },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.5021': {
    retry: 'transient',
    statuses: [500],
    meaning: {
      en: 'The policy decision service (PDP5) could not check the permission.',
      zh: '策略决策服务（PDP5）鉴权出错。',
    },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KMS.5022': {
    statuses: [400],
    meaning: { en: 'The tags break a tag policy.', zh: '标签不符合规范。' },
    remedy: {
      en: 'Correct the tags and send them again; if it goes on, ask support.',
      zh: '请更正标签后重新发送；若持续出现，请咨询技术支持。',
    },
  },
  'KMS.5023': {
    statuses: [400],
    meaning: { en: 'The PDP5 header is not valid.', zh: 'PDP5 请求头无效。' },
    remedy: {
      en: 'Correct the header and send it again; if it goes on, ask support.',
      zh: '请更正请求头后重新发送；若持续出现，请咨询技术支持。',
    },
  },
} as const;

rows satisfies { readonly [code: string]: CodeRow };

/** The error codes of the Key Management Service (KMS). */
export const kmsCodes: Sourced<typeof rows, 'DEW API Reference, Error Codes'> = sourced(
  rows,
  'DEW API Reference, Error Codes',
);
