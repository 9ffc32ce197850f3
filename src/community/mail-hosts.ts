import { parse } from 'tldts';

/** Where anybody gets an address: by the registered domain, or by its first part where there are many endings. */
const FREE_DOMAINS = new Set(
  `126.com 139.com 163.com 189.cn 21cn.com acm.org aim.com alice.it aliyun.com aol.com att.net bell.net bellsouth.net
  bk.ru bluewin.ch btinternet.com charter.net chello.nl comcast.net cox.net daum.net disroot.org duck.com earthlink.net
  email.com fastmail.com fastmail.fm foxmail.com free.fr freemail.hu freenet.de gmail.com googlemail.com hanmail.net
  hey.com home.nl iki.fi inbox.com inbox.ru icloud.com ieee.org interia.pl juno.com kakao.com laposte.net libero.it
  list.ru mac.com mail.com mail.ru mail.de mailbox.org me.com member.fsf.org msn.com naver.com nate.com o2.pl onet.pl
  online.de online.fr orange.fr optonline.net outlook.com pm.me pobox.com proton.me protonmail.ch protonmail.com qq.com
  rambler.ru rediffmail.com riseup.net rocketmail.com sbcglobal.net seznam.cz sfr.fr sina.cn sina.com sohu.com
  t-online.de telenet.be telia.com tin.it tom.com tuta.io tutanota.com tutanota.de ukr.net verizon.net virgilio.it
  vip.qq.com vodafone.de wanadoo.fr web.de wp.pl xs4all.nl ya.ru yandex.com yandex.ru yeah.net ymail.com ziggo.nl zoho.com
  github.com github.io gitlab.com bitbucket.org sourceforge.net`.split(/\s+/),
);
const FREE_NAMES = new Set(['gmx', 'hotmail', 'live', 'outlook', 'posteo', 'yahoo', 'yandex']);

/** Machines, and places that answer nobody: neither tells an organisation. */
const NOWHERE = /(?:^|\.)(?:local|localdomain|localhost|lan|home|invalid|test|none|noreply|no-reply)(?:\.|$)/;
/** Who was once at a school keeps such an address for life. */
const ALUMNI = /(?:^|\.)alum(?:ni|nus|na)?\./;
const HOST = /^(?=.{3,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** The host of an address, where it may tell an organisation. What stands before it is not looked at. */
export function organisationHost(address: string): string | null {
  const host = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
  if (!(address.includes('@') && HOST.test(host)) || NOWHERE.test(host) || ALUMNI.test(host)) return null;
  const { domain, domainWithoutSuffix, isIp } = parse(host);
  const isFree = FREE_DOMAINS.has(host) || FREE_DOMAINS.has(domain ?? '') || FREE_NAMES.has(domainWithoutSuffix ?? '');
  return isIp || isFree ? null : host;
}

export interface RegisteredDomain {
  /** Such as `example.co.uk`. */
  domain: string;
  /** Such as `example`. */
  name: string;
}

/** What somebody registered, without what is below it; null for a host that nobody can have registered. */
export function registeredDomain(host: string): RegisteredDomain | null {
  const { domain, domainWithoutSuffix: name, isIcann } = parse(host);
  return domain === null || !name || !isIcann ? null : { domain, name };
}
