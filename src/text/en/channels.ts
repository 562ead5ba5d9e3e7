/** What the channels of contacts are called; others are called as the data have them. */
export const channels = {
  call_center: 'call centre',
  chat: 'chat',
  email: 'e-mail',
  phone: 'phone',
  post: 'post',
  self_service: 'self-service',
  sms: 'text message',
  social: 'social media',
  store: 'shop',
  telemarketing: 'telemarketing',
  web: 'web',
};
