/** What the channels of contacts are called; others are called as the data have them. */
export const channels = {
  call_center: 'dei-zentroa',
  chat: 'txata',
  email: 'posta elektronikoa',
  phone: 'telefonoa',
  post: 'posta arrunta',
  self_service: 'autozerbitzua',
  sms: 'SMSa',
  social: 'sare sozialak',
  store: 'denda',
  telemarketing: 'telemarketina',
  web: 'weba',
};
