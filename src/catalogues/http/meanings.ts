import type { Meaning } from '../../semantics/catalogue.js';
import type { http } from './statuses.js';

/**
 * The meaning of each status of the default catalogue, in our own words. The meanings are not in
 * the rows, so that the core is smaller.
 */
export const httpMeanings: { readonly [S in keyof typeof http.statuses]: Meaning } = {
  100: {
    en: 'The server has the headers and wants the rest of the request.',
    zh: '服务器已收到请求头，希望客户端继续发送其余部分。',
  },
  101: {
    en: 'The server agrees to change to the protocol that the client asked for.',
    zh: '服务器同意切换到客户端要求的协议。',
  },
  102: {
    en: 'The server has the whole request and is still working on it.',
    zh: '服务器已收到完整请求，仍在处理。',
  },
  103: {
    en: 'The server sends headers early that the final answer will probably carry.',
    zh: '服务器提前发送最终响应很可能包含的头字段。',
  },
  104: {
    en: 'The server can resume this upload if it is interrupted.',
    zh: '服务器支持在上传中断后续传。',
  },
  200: {
    en: 'The request succeeded.',
    zh: '请求成功。',
  },
  201: {
    en: 'The request succeeded and made one or more new resources.',
    zh: '请求成功，并创建了一个或多个新资源。',
  },
  202: {
    en: 'The request was accepted, but its work is not done yet and may still fail.',
    zh: '请求已被接受，但尚未处理完成，最终也可能失败。',
  },
  203: {
    en: 'The request succeeded, and a proxy on the way changed the content.',
    zh: '请求成功，但内容被途中的代理修改过。',
  },
  204: {
    en: 'The request succeeded and there is no content to send.',
    zh: '请求成功，没有内容返回。',
  },
  205: {
    en: 'The request succeeded; the client should reset the view that it was sent from.',
    zh: '请求成功，客户端应重置发出该请求的视图。',
  },
  206: {
    en: 'The answer holds only the ranges that the client asked for.',
    zh: '响应只包含客户端请求的范围。',
  },
  207: {
    en: 'The body reports a separate status for each of several resources.',
    zh: '响应体分别给出多个资源各自的状态。',
  },
  208: {
    en: 'These members were already listed earlier in the same multi-status answer.',
    zh: '这些成员已在同一个多状态响应中列出过。',
  },
  226: {
    en: 'The answer is the resource with one or more manipulations applied, such as a delta.',
    zh: '响应是对当前资源实例应用一个或多个操作（如差异编码）后的结果。',
  },
  300: {
    en: 'The resource has several representations, and the client may choose one.',
    zh: '资源有多个表示，客户端可从中选择一个。',
  },
  301: {
    en: 'The resource has a new permanent address.',
    zh: '资源已永久迁移到新地址。',
  },
  302: {
    en: 'The resource is at another address for now.',
    zh: '资源暂时位于另一个地址。',
  },
  303: {
    en: 'The answer is to be fetched with GET from another address.',
    zh: '应使用 GET 从另一个地址获取响应。',
  },
  304: {
    en: 'The copy that the client has cached is still good.',
    zh: '客户端缓存的副本仍然有效。',
  },
  305: {
    en: 'The resource was to be reached through a proxy; deprecated for safety.',
    zh: '要求通过代理访问资源；因安全原因已弃用。',
  },
  306: {
    en: 'A code of an earlier specification: no longer used, and reserved.',
    zh: '早期规范中的状态码，现已不用，仅作保留。',
  },
  307: {
    en: 'The resource is at another address for now; repeat the request there with the same method.',
    zh: '资源暂时位于另一个地址，应以相同方法重新请求。',
  },
  308: {
    en: 'The resource has a new permanent address; repeat the request there with the same method.',
    zh: '资源已永久迁移到新地址，应以相同方法重新请求。',
  },
  400: {
    en: 'The server cannot or will not process the request because it looks wrong.',
    zh: '服务器认为请求有误，无法或拒绝处理。',
  },
  401: {
    en: 'The request lacks valid credentials for the resource.',
    zh: '请求缺少访问该资源的有效凭证。',
  },
  402: {
    en: 'Reserved for future use, and meant for payments.',
    zh: '保留供将来使用，原意与付款有关。',
  },
  403: {
    en: 'The server understood the request and refuses to carry it out.',
    zh: '服务器理解请求，但拒绝执行。',
  },
  404: {
    en: 'The server found no such resource, or will not say that there is one.',
    zh: '服务器找不到该资源，或不愿透露其存在。',
  },
  405: {
    en: 'The resource does not support the method.',
    zh: '该资源不支持所用的请求方法。',
  },
  406: {
    en: 'The resource has no representation that the client accepts.',
    zh: '资源没有客户端可接受的表示。',
  },
  407: {
    en: 'The client must first authenticate itself to the proxy.',
    zh: '客户端须先通过代理的身份认证。',
  },
  408: {
    en: 'The whole request did not arrive in the time that the server was prepared to wait.',
    zh: '服务器在愿意等待的时间内没有收到完整请求。',
  },
  409: {
    en: 'The request conflicts with the current state of the resource.',
    zh: '请求与资源的当前状态冲突。',
  },
  410: {
    en: 'The resource is gone, probably for good.',
    zh: '资源已不存在，而且很可能是永久的。',
  },
  411: {
    en: 'The server refuses a request without a Content-Length.',
    zh: '服务器拒绝没有 Content-Length 的请求。',
  },
  412: {
    en: "A condition in the request's headers turned out to be false.",
    zh: '请求头中的某个前提条件不成立。',
  },
  413: {
    en: 'The content of the request is larger than the server will process.',
    zh: '请求内容超过服务器愿意处理的大小。',
  },
  414: {
    en: 'The address is longer than the server will interpret.',
    zh: '请求的 URI 超过服务器愿意解析的长度。',
  },
  415: {
    en: 'The content is in a format that the resource does not support for this method.',
    zh: '请求内容的格式不受该资源和方法支持。',
  },
  416: {
    en: 'None of the requested ranges can be served.',
    zh: '请求的范围都无法满足。',
  },
  417: {
    en: 'A server that the request reached cannot meet what its Expect header asks for.',
    zh: '请求到达的某个服务器无法满足 Expect 头的要求。',
  },
  418: {
    en: 'Reserved because of a well-known joke (the teapot), and not to be assigned.',
    zh: '因一个著名的玩笑（茶壶）而保留，不作分配。',
  },
  421: {
    en: 'The request reached a server that cannot answer for this address.',
    zh: '请求到达了无法为该地址作答的服务器。',
  },
  422: {
    en: 'The content is well formed, but its instructions cannot be carried out.',
    zh: '请求内容格式正确，但其中的指令无法执行。',
  },
  423: {
    en: 'The source or target resource of the method is locked.',
    zh: '方法的源资源或目标资源已被锁定。',
  },
  424: {
    en: 'The action was not done because another action that it depends on failed.',
    zh: '所依赖的另一个操作失败，因此该操作未执行。',
  },
  425: {
    en: 'The server will not risk processing a request that might be replayed.',
    zh: '服务器不愿冒险处理可能被重放的请求。',
  },
  426: {
    en: 'The server refuses the request over this protocol; upgrade to another one.',
    zh: '服务器拒绝以当前协议处理请求，应升级到其他协议。',
  },
  428: {
    en: 'The server demands a conditional request, so that no update is lost.',
    zh: '服务器要求带前提条件的请求，以防更新丢失。',
  },
  429: {
    en: 'The client has sent too many requests in a given time.',
    zh: '客户端在一段时间内发送的请求过多。',
  },
  431: {
    en: 'The header fields of the request are too large, one of them or all together.',
    zh: '请求头字段过大，可能是单个字段，也可能是总和。',
  },
  451: {
    en: 'Access to the resource is denied because of a legal demand.',
    zh: '因法律要求而拒绝提供该资源。',
  },
  500: {
    en: 'The server met a condition that it did not expect.',
    zh: '服务器遇到了意料之外的情况。',
  },
  501: {
    en: 'The server does not support what the request needs.',
    zh: '服务器不支持完成请求所需的功能。',
  },
  502: {
    en: 'A gateway or proxy got an invalid answer from the server behind it.',
    zh: '网关或代理从后端服务器收到了无效响应。',
  },
  503: {
    en: 'The server cannot answer for now, being overloaded or under maintenance.',
    zh: '服务器因过载或维护暂时无法处理请求。',
  },
  504: {
    en: 'A gateway or proxy got no timely answer from the server behind it.',
    zh: '网关或代理未能及时收到后端服务器的响应。',
  },
  505: {
    en: 'The server does not support, or refuses, this major version of HTTP.',
    zh: '服务器不支持或拒绝使用该 HTTP 主版本。',
  },
  506: {
    en: 'The server is set up wrongly: the chosen variant negotiates content itself.',
    zh: '服务器配置有误：选中的变体自身也在进行内容协商。',
  },
  507: {
    en: 'The server cannot store what it needs to complete the request.',
    zh: '服务器无法存储完成请求所需的内容。',
  },
  508: {
    en: 'The server stopped because it ran into an infinite loop.',
    zh: '服务器检测到无限循环，已终止操作。',
  },
  510: {
    en: 'The request lacked an extension that the resource demands; obsolete.',
    zh: '请求未满足资源所要求的扩展；该状态码已废弃。',
  },
  511: {
    en: 'The client must first authenticate itself to gain access to the network.',
    zh: '客户端须先通过认证才能访问网络。',
  },
};
