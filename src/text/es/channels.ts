/** What the channels of contacts are called; others are called as the data have them. */
export const channels = {
  call_center: 'centro de atención',
  chat: 'chat',
  email: 'correo electrónico',
  phone: 'teléfono',
  post: 'correo postal',
  self_service: 'autoservicio',
  sms: 'SMS',
  social: 'redes sociales',
  store: 'tienda',
  telemarketing: 'telemarketing',
  web: 'web',
};
