const form = document.getElementById('form'), message = document.getElementById('message');
form.addEventListener('submit', async event => {
  event.preventDefault();
  const token = document.getElementById('token').value;
  const answer = await fetch('/api/v1/documents?limit=200', { headers: { Authorization: 'Bearer ' + token } });
  const body = await answer.json();
  if (!answer.ok) { message.textContent = body.detail; return; }
  message.textContent = '';
  const rows = document.querySelector('#documents tbody');
  rows.replaceChildren(...body.items.map(item => {
    const row = document.createElement('tr');
    for (const text of [item.type, item.partner, item.orderNumber, item.invoiceNumber, item.condition, item.stage,
      item.reason ? item.reason.message : '']) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    row.children[4].className = item.condition;
    return row;
  }));
  document.getElementById('documents').hidden = false;
});
