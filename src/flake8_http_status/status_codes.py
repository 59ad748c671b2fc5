"""THE bundled table: every HTTP status code there is to know.

Numbers, reason phrases and documents are those of the IANA registry of HTTP status codes
(table of 2025-09-15); unofficial codes name the product that answers with them. Where a product
reuses a registered number, the row is the registered one.

Two rows differ from the registry on purpose. It calls 418 "(Unused)", since the number was taken
for a joke (RFC 2324) and then kept free because software answers with it; people know it as a
teapot, so that is its phrase here, and ``State.UNUSED`` says what the registry thinks of it. And
305, which the registry still lists, is marked as deprecated because RFC 9110 says so.
"""

from __future__ import annotations

import enum
import functools
from typing import NamedTuple


class State(enum.Enum):
    """What the registry, or the document it points to, says of a code."""

    REGISTERED = "registered"
    TEMPORARY = "temporary"
    DEPRECATED = "deprecated"
    UNUSED = "unused"
    OBSOLETED = "obsoleted"
    UNOFFICIAL = "unofficial"


class StatusCode(NamedTuple):
    """One row: ``variants`` are earlier and other phrases that mean the same code.

    ``reference`` is the defining document and section; ``owner`` the product of an unofficial
    code, several joined by "; ", and ``instead`` the registered code that says the same to
    everybody; ``awaited`` is true where the owner is a client that waits for the code; ``meaning``
    and ``meaning_zh`` (simplified Chinese) say in one sentence what the code tells a client.
    """

    number: int
    phrase: str
    state: State
    reference: str
    meaning: str
    meaning_zh: str
    variants: tuple[str, ...] = ()
    owner: str = ""
    instead: int | None = None
    awaited: bool = False

    @property
    def status_class(self) -> int:
        """The first digit: 1 informational, 2 success, 3 redirection, 4 client, 5 server error."""
        return self.number // 100


# fmt: off
_ROWS = (
    StatusCode(100, "Continue", State.REGISTERED, "RFC 9110, section 15.2.1",
        "The beginning of the request is fine so far and the client should send the rest.",
        "请求的开头部分没有问题，客户端应继续发送其余内容。"),
    StatusCode(101, "Switching Protocols", State.REGISTERED, "RFC 9110, section 15.2.2",
        "The server changes to the protocol that the client asked for on this connection.",
        "服务器同意在此连接上改用客户端要求的协议。"),
    StatusCode(102, "Processing", State.REGISTERED, "RFC 2518, section 10.1",
        "The server has the whole request and is still working on it.",
        "服务器已收到完整请求，仍在处理之中。"),
    StatusCode(103, "Early Hints", State.REGISTERED, "RFC 8297, section 2",
        "Some header fields of the coming answer arrive early so that the client can preload.",
        "提前发送最终响应的部分头字段，便于客户端预加载资源。",
        variants=("Checkpoint",)),
    StatusCode(104, "Upload Resumption Supported", State.TEMPORARY,
        "draft-ietf-httpbis-resumable-upload-05",
        "The upload can be resumed if it breaks off, at the address that this answer names.",
        "此次上传若中断可以续传，续传地址由该响应给出。"),

    StatusCode(200, "OK", State.REGISTERED, "RFC 9110, section 15.3.1",
        "The request succeeded and the content is its result.",
        "请求成功，响应内容即为结果。"),
    StatusCode(201, "Created", State.REGISTERED, "RFC 9110, section 15.3.2",
        "The request succeeded and created one or more resources.",
        "请求成功，并创建了一个或多个资源。"),
    StatusCode(202, "Accepted", State.REGISTERED, "RFC 9110, section 15.3.3",
        "The request was taken on, is not done yet and may still fail.",
        "请求已被接受，但尚未处理完毕，最终也可能失败。"),
    StatusCode(203, "Non-Authoritative Information", State.REGISTERED, "RFC 9110, section 15.3.4",
        "The request succeeded, but a proxy on the way changed what the origin server sent.",
        "请求成功，但途中的代理修改了源服务器返回的内容。",
        variants=("Non Authoritative Information", "Partial Information")),
    StatusCode(204, "No Content", State.REGISTERED, "RFC 9110, section 15.3.5",
        "The request succeeded and there is nothing to send back.",
        "请求成功，没有内容需要返回。"),
    StatusCode(205, "Reset Content", State.REGISTERED, "RFC 9110, section 15.3.6",
        "The request succeeded and the client should reset the form or view it came from.",
        "请求成功，客户端应重置发出该请求的表单或视图。"),
    StatusCode(206, "Partial Content", State.REGISTERED, "RFC 9110, section 15.3.7",
        "The answer holds only those ranges of the content that the client asked for.",
        "响应只包含客户端所请求范围内的部分内容。"),
    StatusCode(207, "Multi-Status", State.REGISTERED, "RFC 4918, section 11.1",
        "The content lists a status of its own for each of several resources.",
        "响应内容分别列出多个资源各自的状态。",
        variants=("Multi Status",)),
    StatusCode(208, "Already Reported", State.REGISTERED, "RFC 5842, section 7.1",
        "The same collection was listed earlier in this multi-status answer.",
        "同一集合已在此多状态响应的前文中列出，不再重复。"),
    StatusCode(226, "IM Used", State.REGISTERED, "RFC 3229, section 10.4.1",
        "The content is the resource after an instance manipulation, such as a delta encoding.",
        "响应内容是对资源应用实例操作（如差量编码）后的结果。"),

    StatusCode(300, "Multiple Choices", State.REGISTERED, "RFC 9110, section 15.4.1",
        "The resource comes in several forms and the client has to choose one.",
        "资源有多种表示形式，由客户端自行选择。",
        variants=("Multiple Choice",)),
    StatusCode(301, "Moved Permanently", State.REGISTERED, "RFC 9110, section 15.4.2",
        "The resource has moved for good and future requests should go to its new address.",
        "资源已永久移至新地址，今后的请求应使用新地址。"),
    StatusCode(302, "Found", State.REGISTERED, "RFC 9110, section 15.4.3",
        "The resource is at another address for now, while its own address stays valid.",
        "资源暂时位于另一地址，原地址今后仍然有效。",
        variants=("Moved Temporarily", "Object Moved")),
    StatusCode(303, "See Other", State.REGISTERED, "RFC 9110, section 15.4.4",
        "The answer is at another address, to be fetched with GET.",
        "结果位于另一地址，应使用 GET 方法获取。"),
    StatusCode(304, "Not Modified", State.REGISTERED, "RFC 9110, section 15.4.5",
        "The copy that the client already has is still current, so none is sent.",
        "客户端已有的副本仍然有效，因此不再发送内容。"),
    StatusCode(305, "Use Proxy", State.DEPRECATED, "RFC 9110, section 15.4.6",
        "The resource was to be requested through a given proxy, which proved unsafe.",
        "要求通过指定代理访问资源，因存在安全隐患已被弃用。"),
    StatusCode(306, "(Unused)", State.UNUSED, "RFC 9110, section 15.4.7",
        "The number once asked the client to change its proxy and is only reserved now.",
        "曾用于要求客户端更换代理，现已不再使用，仅作保留。",
        variants=("Switch Proxy", "Reserved")),
    StatusCode(307, "Temporary Redirect", State.REGISTERED, "RFC 9110, section 15.4.8",
        "The resource is at another address for now, to be requested there by the same method.",
        "资源暂时位于另一地址，应以相同的方法向该地址重新请求。"),
    StatusCode(308, "Permanent Redirect", State.REGISTERED, "RFC 9110, section 15.4.9",
        "The resource has moved for good and is to be requested there by the same method.",
        "资源已永久移至新地址，应以相同的方法向新地址重新请求。",
        variants=("Resume Incomplete",)),

    StatusCode(400, "Bad Request", State.REGISTERED, "RFC 9110, section 15.5.1",
        "Something is wrong with the request itself, such as its syntax.",
        "请求本身有误（如语法错误），服务器无法处理。"),
    StatusCode(401, "Unauthorized", State.REGISTERED, "RFC 9110, section 15.5.2",
        "The client has not shown valid credentials for the resource.",
        "请求缺少访问该资源所需的有效身份凭证。",
        variants=("Authorization Required",)),
    StatusCode(402, "Payment Required", State.REGISTERED, "RFC 9110, section 15.5.3",
        "The number is kept for future use, and some services ask for payment with it.",
        "预留供将来使用，部分服务用它表示需要付款。"),
    StatusCode(403, "Forbidden", State.REGISTERED, "RFC 9110, section 15.5.4",
        "The server understood what is wanted and refuses it to this client.",
        "服务器理解请求，但拒绝为该客户端执行。"),
    StatusCode(404, "Not Found", State.REGISTERED, "RFC 9110, section 15.5.5",
        "The server has nothing at this address, or does not want to say that it has.",
        "服务器在该地址没有找到资源，或不愿透露资源是否存在。"),
    StatusCode(405, "Method Not Allowed", State.REGISTERED, "RFC 9110, section 15.5.6",
        "The resource is known but does not take the method of the request.",
        "资源存在，但不支持该请求所用的方法。",
        variants=("Not Allowed",)),
    StatusCode(406, "Not Acceptable", State.REGISTERED, "RFC 9110, section 15.5.7",
        "The resource has no form that the client is willing to accept.",
        "资源没有客户端可接受的表示形式。",
        variants=("None Acceptable",)),
    StatusCode(407, "Proxy Authentication Required", State.REGISTERED, "RFC 9110, section 15.5.8",
        "The client first has to prove to the proxy who it is.",
        "客户端须先向代理服务器进行身份验证。"),
    StatusCode(408, "Request Timeout", State.REGISTERED, "RFC 9110, section 15.5.9",
        "The request did not arrive completely while the server was willing to wait.",
        "服务器未能在等待时限内收到完整的请求。",
        variants=("Request Time-out",)),
    StatusCode(409, "Conflict", State.REGISTERED, "RFC 9110, section 15.5.10",
        "The request does not go together with the present state of the resource.",
        "请求与资源的当前状态冲突。"),
    StatusCode(410, "Gone", State.REGISTERED, "RFC 9110, section 15.5.11",
        "The resource used to be here and was removed, most likely for ever.",
        "资源曾经存在，现已被移除，且很可能不会恢复。"),
    StatusCode(411, "Length Required", State.REGISTERED, "RFC 9110, section 15.5.12",
        "The server insists on a Content-Length header field in this request.",
        "服务器要求该请求带有 Content-Length 头字段。"),
    StatusCode(412, "Precondition Failed", State.REGISTERED, "RFC 9110, section 15.5.13",
        "A condition that the client set in the header fields does not hold.",
        "客户端在请求头中给出的前提条件不成立。"),
    StatusCode(413, "Content Too Large", State.REGISTERED, "RFC 9110, section 15.5.14",
        "The content of the request is larger than the server is willing to take.",
        "请求的内容超出了服务器愿意接收的大小。",
        variants=("Request Entity Too Large", "Payload Too Large")),
    StatusCode(414, "URI Too Long", State.REGISTERED, "RFC 9110, section 15.5.15",
        "The address of the request is longer than the server is willing to read.",
        "请求的 URI 超出了服务器愿意解析的长度。",
        variants=("Request-URI Too Long", "Request URI Too Long", "Request-URI Too Large")),
    StatusCode(415, "Unsupported Media Type", State.REGISTERED, "RFC 9110, section 15.5.16",
        "The resource does not take content of this format with this method.",
        "该资源在此方法下不支持请求内容的格式。"),
    StatusCode(416, "Range Not Satisfiable", State.REGISTERED, "RFC 9110, section 15.5.17",
        "None of the ranges that the client asked for lies within the resource.",
        "客户端请求的范围均不在资源的有效范围之内。",
        variants=("Requested Range Not Satisfiable", "Requested range not satisfiable")),
    StatusCode(417, "Expectation Failed", State.REGISTERED, "RFC 9110, section 15.5.18",
        "The server cannot do what the Expect header field demands.",
        "服务器无法满足 Expect 头字段中的要求。"),
    StatusCode(418, "I'm a Teapot", State.UNUSED, "RFC 9110, section 15.5.19",
        "A teapot refuses to brew coffee, a joke whose number is reserved because it is in use.",
        "茶壶拒绝煮咖啡，这一愚人节玩笑因已被软件采用而予以保留。",
        variants=("I'm a teapot", "I am a teapot")),
    StatusCode(421, "Misdirected Request", State.REGISTERED, "RFC 9110, section 15.5.20",
        "The request reached a server that does not answer for this scheme and host.",
        "请求到达的服务器不负责响应该协议与主机名。"),
    StatusCode(422, "Unprocessable Content", State.REGISTERED, "RFC 9110, section 15.5.21",
        "The content is well formed, but what it asks for makes no sense to the server.",
        "请求的内容格式无误，但其含义使服务器无法处理。",
        variants=("Unprocessable Entity",)),
    StatusCode(423, "Locked", State.REGISTERED, "RFC 4918, section 11.3",
        "The resource, or one that the request also needs, is locked.",
        "该资源或请求涉及的其他资源已被锁定。"),
    StatusCode(424, "Failed Dependency", State.REGISTERED, "RFC 4918, section 11.4",
        "The action was not done because another one that it depends on failed.",
        "该操作所依赖的另一操作失败，因此未能执行。",
        variants=("Method Failure",)),
    StatusCode(425, "Too Early", State.REGISTERED, "RFC 8470, section 5.2",
        "The server does not risk working on a request that could be a replayed one.",
        "服务器不愿冒险处理可能被重放的请求。",
        variants=("Unordered Collection",)),
    StatusCode(426, "Upgrade Required", State.REGISTERED, "RFC 9110, section 15.5.22",
        "The server refuses the request until the client changes to another protocol.",
        "服务器拒绝以当前协议处理请求，客户端须升级协议。"),
    StatusCode(428, "Precondition Required", State.REGISTERED, "RFC 6585, section 3",
        "The request has to be conditional, lest it overwrites the changes of others.",
        "请求必须带有前提条件，以免覆盖他人的修改。"),
    StatusCode(429, "Too Many Requests", State.REGISTERED, "RFC 6585, section 4",
        "The client sent more requests than it may in a given time.",
        "客户端在一定时间内发送的请求过多。"),
    StatusCode(431, "Request Header Fields Too Large", State.REGISTERED, "RFC 6585, section 5",
        "The header fields of the request, all together or a single one, are too large.",
        "请求的头字段总体过大，或其中某一个过大。"),
    StatusCode(451, "Unavailable For Legal Reasons", State.REGISTERED, "RFC 7725, section 3",
        "The server may not give out the resource because the law or an authority forbids it.",
        "因法律或主管部门的要求，服务器不得提供该资源。"),

    StatusCode(500, "Internal Server Error", State.REGISTERED, "RFC 9110, section 15.6.1",
        "Something went wrong inside the server, which has no better number for it.",
        "服务器内部出错，且没有更合适的状态码可用。"),
    StatusCode(501, "Not Implemented", State.REGISTERED, "RFC 9110, section 15.6.2",
        "The server lacks a function that the request needs, such as its method.",
        "服务器不具备处理该请求所需的功能，例如不认识其方法。"),
    StatusCode(502, "Bad Gateway", State.REGISTERED, "RFC 9110, section 15.6.3",
        "The server asked another server on behalf of the client and got an invalid answer.",
        "作为网关或代理的服务器从上游服务器收到了无效的响应。",
        variants=("Proxy Error",)),
    StatusCode(503, "Service Unavailable", State.REGISTERED, "RFC 9110, section 15.6.4",
        "The server is overloaded or being maintained and cannot answer for the moment.",
        "服务器过载或正在维护，暂时无法处理请求。",
        variants=("Service Temporarily Unavailable",)),
    StatusCode(504, "Gateway Timeout", State.REGISTERED, "RFC 9110, section 15.6.5",
        "The server asked another server on behalf of the client and got no answer in time.",
        "作为网关或代理的服务器未能及时收到上游服务器的响应。",
        variants=("Gateway Time-out",)),
    StatusCode(505, "HTTP Version Not Supported", State.REGISTERED, "RFC 9110, section 15.6.6",
        "The server does not speak the major version of HTTP that the request is written in.",
        "服务器不支持该请求所用的 HTTP 主版本。",
        variants=("HTTP Version not supported",)),
    StatusCode(506, "Variant Also Negotiates", State.REGISTERED, "RFC 2295, section 8.1",
        "The chosen variant wants to negotiate in its turn, a mistake in the configuration.",
        "选中的变体自身又要进行内容协商，属于服务器配置错误。"),
    StatusCode(507, "Insufficient Storage", State.REGISTERED, "RFC 4918, section 11.5",
        "The server has no room to store what the request needs.",
        "服务器没有足够的空间存储完成请求所需的数据。",
        variants=("Insufficient Storage Space",)),
    StatusCode(508, "Loop Detected", State.REGISTERED, "RFC 5842, section 7.2",
        "The server stopped because the tree of resources that it walked leads into itself.",
        "服务器在遍历资源时发现循环，因而中止操作。"),
    StatusCode(510, "Not Extended", State.OBSOLETED, "RFC 2774, section 7",
        "The request had to declare more extensions of HTTP, in an experiment long given up.",
        "请求须声明更多的 HTTP 扩展，该实验性机制早已废止。"),
    StatusCode(511, "Network Authentication Required", State.REGISTERED, "RFC 6585, section 6",
        "The client has to sign in to the network, such as a hotspot, before it is let out.",
        "客户端须先登录所在网络（如公共热点）才能访问外部。",
        variants=("Network Authentication Failed",)),

    StatusCode(110, "Response is Stale", State.UNOFFICIAL, "RFC 7234, section 5.5.1",
        "A cache warns that the answer is stale, by a number meant for the Warning field alone.",
        "缓存警告响应已过期，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(111, "Revalidation Failed", State.UNOFFICIAL, "RFC 7234, section 5.5.2",
        "A cache could not revalidate the answer, by a number meant for the Warning field alone.",
        "缓存警告未能重新验证响应，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(112, "Disconnected Operation", State.UNOFFICIAL, "RFC 7234, section 5.5.3",
        "A cache is cut off from the network, by a number meant for the Warning field alone.",
        "缓存警告自身已与网络断开，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(113, "Heuristic Expiration", State.UNOFFICIAL, "RFC 7234, section 5.5.4",
        "A cache guessed a lifetime above a day, by a number meant for the Warning field alone.",
        "缓存警告有效期系推测且超过一天，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(122, "Request-URI Too Long", State.UNOFFICIAL, "",
        "The browser found the address longer than it can handle.",
        "浏览器认为请求的 URI 超出了自身可处理的长度。",
        owner="Internet Explorer 7", instead=414),
    StatusCode(199, "Miscellaneous Warning", State.UNOFFICIAL, "RFC 7234, section 5.5.5",
        "A warning in free text, by a number meant for the Warning field alone.",
        "内容不限的一般警告，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(214, "Transformation Applied", State.UNOFFICIAL, "RFC 7234, section 5.5.6",
        "A proxy transformed the content, by a number meant for the Warning field alone.",
        "代理转换了响应内容，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(218, "This is fine", State.UNOFFICIAL, "",
        "An error page passes through unchanged although the proxy is set to replace error pages.",
        "在代理会替换错误页面的配置下，让错误响应原样通过。",
        owner="Apache"),
    StatusCode(286, "Stop Polling", State.UNOFFICIAL, "",
        "The content is shown, and the page is not to ask for it again.",
        "照常显示内容，页面应停止轮询。",
        owner="htmx", awaited=True),
    StatusCode(299, "Miscellaneous Persistent Warning", State.UNOFFICIAL,
        "RFC 7234, section 5.5.7",
        "A lasting warning in free text, by a number meant for the Warning field alone.",
        "内容不限的持久警告，该数字只应出现在 Warning 头字段中。",
        owner="Warning header field"),
    StatusCode(419, "Page Expired", State.UNOFFICIAL, "",
        "The token that protects the form against forgery is missing or too old.",
        "防止跨站请求伪造的表单令牌缺失或已过期。",
        variants=("Authentication Timeout",), owner="Laravel", instead=403),
    StatusCode(420, "Enhance Your Calm", State.UNOFFICIAL, "",
        "The client sends too many requests (Twitter), or a method failed halfway (Spring).",
        "客户端请求过于频繁（Twitter），或方法执行中途失败（Spring）。",
        variants=("Method Failure",), owner="Twitter API v1; Spring", instead=429),
    StatusCode(430, "Security Rejection", State.UNOFFICIAL, "",
        "The request was turned away because it looks malicious.",
        "请求疑似恶意，因而被拒绝。",
        variants=("Shopify Security Rejection", "Request Header Fields Too Large"),
        owner="Shopify", instead=403),
    StatusCode(440, "Login Time-out", State.UNOFFICIAL, "",
        "The session of the client is over and it has to sign in again.",
        "客户端会话已过期，须重新登录。",
        owner="Microsoft IIS", instead=401),
    StatusCode(444, "No Response", State.UNOFFICIAL, "",
        "The server closed the connection without an answer, so that only its log shows this.",
        "服务器未作响应便关闭了连接，仅见于其日志。",
        variants=("Connection Closed Without Response",), owner="nginx"),
    StatusCode(449, "Retry With", State.UNOFFICIAL, "",
        "The request should be repeated once the client has supplied what is missing.",
        "客户端应在补充所缺信息后重试请求。",
        owner="Microsoft IIS"),
    StatusCode(450, "Blocked by Windows Parental Controls", State.UNOFFICIAL, "",
        "The parental controls of Windows do not let this page through.",
        "Windows 家长控制功能阻止了对该页面的访问。",
        owner="Microsoft Windows", instead=403),
    StatusCode(460, "Client Closed Connection", State.UNOFFICIAL, "",
        "The client hung up before the load balancer's idle timeout was over.",
        "客户端在负载均衡器的空闲超时之前断开了连接。",
        owner="AWS Elastic Load Balancing"),
    StatusCode(463, "Too Many Forwarded Addresses", State.UNOFFICIAL, "",
        "The X-Forwarded-For field lists more than 30 addresses.",
        "X-Forwarded-For 头字段中的地址超过 30 个。",
        owner="AWS Elastic Load Balancing", instead=400),
    StatusCode(464, "Incompatible Protocol Versions", State.UNOFFICIAL, "",
        "The protocol versions of client and target servers do not fit together.",
        "客户端与目标服务器所用的协议版本不兼容。",
        owner="AWS Elastic Load Balancing"),
    StatusCode(494, "Request Header Too Large", State.UNOFFICIAL, "",
        "A header line, or all of them together, exceeds the server's buffers.",
        "请求头中的某一行或整个请求头超出了服务器的缓冲区。",
        owner="nginx", instead=431),
    StatusCode(495, "SSL Certificate Error", State.UNOFFICIAL, "",
        "The certificate that the client presented did not pass the check.",
        "客户端提供的证书未通过验证。",
        owner="nginx", instead=403),
    StatusCode(496, "SSL Certificate Required", State.UNOFFICIAL, "",
        "The client did not present the certificate that the server demands.",
        "客户端没有提供服务器所要求的证书。",
        owner="nginx", instead=401),
    StatusCode(497, "HTTP Request Sent to HTTPS Port", State.UNOFFICIAL, "",
        "The client spoke unencrypted HTTP to a port that expects HTTPS.",
        "客户端向 HTTPS 端口发送了未加密的 HTTP 请求。",
        owner="nginx", instead=400),
    StatusCode(498, "Invalid Token", State.UNOFFICIAL, "",
        "The access token is wrong or has expired.",
        "访问令牌无效或已过期。",
        owner="Esri ArcGIS", instead=401),
    StatusCode(499, "Client Closed Request", State.UNOFFICIAL, "",
        "The client gave up before the answer was ready (nginx), or sent no token (ArcGIS).",
        "客户端在响应就绪前断开（nginx），或未提供令牌（ArcGIS）。",
        variants=("Token Required",), owner="nginx; Esri ArcGIS; google.api_core"),
    StatusCode(509, "Bandwidth Limit Exceeded", State.UNOFFICIAL, "",
        "The site has used up the traffic that its hosting plan allows.",
        "网站已用尽主机套餐所允许的流量。",
        owner="Apache; cPanel", instead=503),
    StatusCode(520, "Web Server Returned an Unknown Error", State.UNOFFICIAL, "",
        "The origin server gave the proxy an empty or unintelligible answer.",
        "源服务器返回了空的或代理无法理解的响应。",
        owner="Cloudflare", instead=502),
    StatusCode(521, "Web Server Is Down", State.UNOFFICIAL, "",
        "The origin server refused the connection of the proxy.",
        "源服务器拒绝了代理的连接。",
        owner="Cloudflare", instead=502),
    StatusCode(522, "Connection Timed Out", State.UNOFFICIAL, "",
        "The proxy could not get a connection to the origin server in time.",
        "代理未能及时与源服务器建立连接。",
        owner="Cloudflare", instead=504),
    StatusCode(523, "Origin Is Unreachable", State.UNOFFICIAL, "",
        "The proxy found no route to the origin server.",
        "代理无法找到通往源服务器的路由。",
        owner="Cloudflare", instead=502),
    StatusCode(524, "A Timeout Occurred", State.UNOFFICIAL, "",
        "The proxy reached the origin server, which then took too long to answer.",
        "代理已连接到源服务器，但后者迟迟没有响应。",
        owner="Cloudflare", instead=504),
    StatusCode(525, "SSL Handshake Failed", State.UNOFFICIAL, "",
        "The proxy and the origin server could not agree on a secure connection.",
        "代理与源服务器未能完成 TLS 握手。",
        owner="Cloudflare", instead=502),
    StatusCode(526, "Invalid SSL Certificate", State.UNOFFICIAL, "",
        "The proxy could not verify the certificate of the origin server.",
        "代理无法验证源服务器的证书。",
        owner="Cloudflare", instead=502),
    StatusCode(527, "Railgun Error", State.UNOFFICIAL, "",
        "The connection of the retired Railgun service to the origin server broke.",
        "已停用的 Railgun 服务与源服务器的连接中断。",
        owner="Cloudflare", instead=502),
    StatusCode(529, "Site is Overloaded", State.UNOFFICIAL, "",
        "The service has more work at present than it can do.",
        "服务当前负载过高，无法处理请求。",
        owner="Qualys; Anthropic", instead=503),
    StatusCode(530, "Site is Frozen", State.UNOFFICIAL, "",
        "The site was put to sleep (Pantheon), or its name does not resolve (Cloudflare).",
        "网站已被冻结（Pantheon），或其域名无法解析（Cloudflare）。",
        variants=("Origin DNS Error",), owner="Pantheon; Cloudflare", instead=503),
    StatusCode(540, "Temporarily Disabled", State.UNOFFICIAL, "",
        "The requested endpoint is switched off for a while.",
        "所请求的接口已被暂时停用。",
        owner="Shopify", instead=503),
    StatusCode(561, "Unauthorized", State.UNOFFICIAL, "",
        "The identity provider answered the load balancer with an error.",
        "身份提供方向负载均衡器返回了错误。",
        owner="AWS Elastic Load Balancing", instead=401),
    StatusCode(598, "Network Read Timeout Error", State.UNOFFICIAL, "",
        "A proxy did not receive data from the server behind it in time.",
        "代理未能及时从上游服务器读取数据。",
        owner="some proxies", instead=504),
    StatusCode(599, "Network Connect Timeout Error", State.UNOFFICIAL, "",
        "A proxy, or the client library itself, could not connect in time.",
        "代理或客户端库自身未能及时建立连接。",
        owner="some proxies; tornado.httpclient", instead=504),
    StatusCode(783, "Unexpected Token", State.UNOFFICIAL, "",
        "The content of the request holds a JSON syntax error.",
        "请求的内容存在 JSON 语法错误。",
        owner="Shopify", instead=400),
    StatusCode(999, "Request Denied", State.UNOFFICIAL, "",
        "The service takes the client for a robot and does not serve it.",
        "服务将客户端视为机器人，拒绝提供内容。",
        owner="LinkedIn; Yahoo", instead=403),
)
# fmt: on

STATUS_CODES: dict[int, StatusCode] = {row.number: row for row in _ROWS}

# What can be a status, assigned or not (RFC 9110, section 15).
STATUSES = range(100, 600)


def is_registered(number: int) -> bool:
    """Whether the registry assigns a meaning to ``number`` today, be it temporary or deprecated."""
    row = STATUS_CODES.get(number)
    return row is not None and row.state in {
        State.REGISTERED,
        State.TEMPORARY,
        State.DEPRECATED,
    }


def code_for_phrase(text: str) -> int | None:
    """The code whose phrase, or one of its variants, is ``text``; None where there is none.

    Only letters and digits count, in any case: "Request Time-out", "request timeout" and
    ``REQUEST_TIMEOUT`` are all 408. A phrase of several codes is that of the registered one.
    """
    return _codes_by_phrase().get(_essence(text))


@functools.cache
def _codes_by_phrase() -> dict[str, int]:
    by_rank = sorted(STATUS_CODES.values(), key=lambda row: is_registered(row.number))
    return {
        _essence(phrase): row.number for row in by_rank for phrase in (row.phrase, *row.variants)
    }


def _essence(phrase: str) -> str:
    return "".join(filter(str.isalnum, phrase.casefold()))
