### Bahasa Indonesia. Tulisan tebal diapit **dua bintang**.

## Salam dan bantuan

welcome =
    { $sample ->
        [yes] Selamat datang di **{ $stand }**. Ini gerai contoh: harga, alamat, dan jamnya belum berlaku.
       *[no] Selamat datang di **{ $stand }**.
    }
    Di sini Anda bisa melihat karya Warga Binaan, bertanya, dan { $stage ->
        [interest] mencatatkan minat. Produknya belum dijual.
        [preorder] memesan dulu, tanpa bayar sekarang.
       *[selling] memesan.
    }
    Tulis saja apa yang dicari, misalnya “keripik 2 sama gantungan kunci 1”.
help =
    **Yang bisa saya bantu**
    • Lihat produk: tulis “ada apa aja” atau nomor di rak.
    • Tanya harga, stok, ukuran, bahan, asal, lokasi, jam buka, atau cara bayar.
    • Pesan: “keripik 2 sama gantungan kunci 1”.
    • Lihat atau batalkan pesanan: /pesanan
    • Data apa yang disimpan: /privasi
    Saya asisten otomatis; petugas gerai yang menyiapkan pesanannya. For English, type /english.
talk-thanks = Sama-sama, senang bisa membantu.
talk-goodbye = Baik, terima kasih sudah mampir. Sampai jumpa!
talk-complaint = Mohon maaf atas pengalaman yang kurang baik ini. Tolong sampaikan ke petugas gerai beserta kode pesanannya, supaya bisa langsung ditangani.
talk-talk_to_human = Petugas gerai ada di lounge pada jam buka, silakan langsung temui. Kalau ada yang bisa saya jawab dulu, tulis saja di sini.
talk-subscribe = Terima kasih sudah berminat. Kabar produk baru belum bisa dilanggan di sini; silakan mampir lagi, ya.
talk-unsubscribe = Baik. Anda tidak berlangganan kabar apa pun dari kami, jadi tidak ada yang perlu dihentikan.
talk-abuse = Maaf kalau jawaban saya kurang pas. Saya bantu soal produk gerai, ya.
talk-inmate_info = Mohon maaf, soal pribadi Warga Binaan tidak bisa kami sampaikan. Yang bisa saya ceritakan: produk ini dibuat dalam program pembinaan kemandirian di unitnya.
talk-oos_immigration = Untuk paspor, visa, dan antrean, silakan ke loket informasi imigrasi, ya. Nomor paspor atau NIK tidak perlu dikirim ke sini.
talk-oos_prison = Untuk kunjungan atau titipan, silakan tanyakan ke layanan kunjungan lapas atau rutannya. Di sini saya hanya melayani produk gerai.
talk-out_of_scope = Wah, itu di luar urusan gerai. Kalau soal produk di etalase, saya siap bantu.
not-understood = Maaf, saya belum menangkap maksudnya. Bisa ditulis dengan kata lain, atau pilih di bawah ini?
not-understood-again = Maaf, masih belum jelas bagi saya. Petugas gerai di lounge bisa membantu langsung; atau pilih salah satu di bawah ini.
answer-unclear = Maaf, saya belum menangkap jawabannya.
unsupported =
    { $what ->
        [voice] Maaf, pesan suara belum bisa saya dengarkan. Boleh ditulis?
        [sticker] Stikernya lucu! Kalau ada yang dicari, tulis saja, ya.
        [location] Terima kasih lokasinya, tapi tidak diperlukan. Pesanan diambil di tempatnya.
        [call] Maaf, di sini belum bisa menerima telepon. Tulis saja, ya.
       *[other] Maaf, kiriman seperti itu belum bisa saya baca. Boleh ditulis?
    }
photo-received = Terima kasih fotonya. Saya belum bisa membaca gambar; boleh ditulis apa yang dicari?
edited = Pesan yang diubah tidak saya baca ulang. Kalau ada yang berbeda, tulis lagi saja, ya.
old-button = Tombol itu sudah tidak berlaku. Ini yang bisa dipilih sekarang:
toast-old-button = Tombol ini sudah tidak berlaku.
too-long = Pesannya terlalu panjang untuk saya. Boleh diringkas dan dikirim lagi? Belum ada yang saya catat.
language-set = Baik, kita pakai Bahasa Indonesia.
nothing-asked = Baik. Mau lihat produk atau pesan sesuatu? Tulis saja.
all-right = Baik, tidak apa-apa.
which-notice = Untuk pesanan yang mana?
storage-down = Maaf, gerai sedang tidak bisa mencatat. Pesan tadi belum tersimpan; coba lagi sebentar lagi, ya.

## Produk

sample-of = { $text } (contoh)
products-head = **Produk di gerai**
units-head = Produk dari unit mana?
kinds-head = Mau lihat jenis yang mana?
unit-head =
    **{ $unit }**
    { $about }
kind-head = **{ $kind }**
product-line = { $number }. { $name } – { $prices } · { $unit }
product-card =
    **{ $name }** · no. { $number }
    { $unit }

    { $prices }
    { $availability }
product-gone = produk yang sudah tidak dipajang
product-gone-sorry = Maaf, produk itu sudah tidak ada di gerai.
nothing-here = Belum ada produk di sini.
price-confirmed = { RUPIAH($amount) }
price-sample = { RUPIAH($amount) } (contoh)
price-unknown = harga dikonfirmasi petugas
price-display = pajangan, belum dijual
price-from = mulai { $price }
price-per-unit = { $price } per { $unit }
price-variant = { $name }: { $price }
availability-ready =
    { $name ->
        [none] { $qty ->
            [0] Stok di gerai sedang habis
           *[other] Stok di gerai: { $qty } { $unit }
        }
       *[other] { $name }: { $qty ->
            [0] habis
           *[other] { $qty } { $unit }
        }
    }
availability-preorder =
    { $days ->
        [0] Dibuat dulu setelah dipesan; lamanya dikonfirmasi petugas
       *[other] Dibuat dulu setelah dipesan, sekitar { $days } hari
    }
availability-quote = Harga dan waktunya diberikan unit lewat penawaran
availability-display = Untuk dilihat dulu, belum bisa dipesan
story =
    **{ $name }**
    { $story }
facts-head = **{ $name }**
fact-line = { $attribute }: { $value }
fact-unknown = belum diketahui
attribute =
    { $attribute ->
        [size] Ukuran
        [weight] Berat
        [thickness] Tebal
        [colour] Warna
        [material] Bahan
        [strength] Kekuatan
        [contents] Isi
        [composition] Komposisi
        [halal] Halal
        [pirt] P-IRT
        [expiry] Kedaluwarsa
        [allergen] Alergen
        [spice] Tingkat pedas
       *[other] Keterangan
    }

## Tanya jawab

price-answer = **{ $name }**: { $prices }
discount-answer = Harga **{ $name }** sama untuk semua: { $prices }. Untuk jumlah besar, tanyakan ke petugas gerai, ya.
stock-answer = **{ $name }**: { $availability }
origin-answer = **{ $name }** dibuat oleh Warga Binaan di { $unit }. { $story }
origin-all =
    Semua produk di sini karya Warga Binaan dari:
    { $units }
photo-answer = Ini fotonya: **{ $name }**
photo-none = Maaf, foto **{ $name }** belum ada.
fact-known = { $attribute } **{ $name }**: { $value }
fact-not-known = { $attribute } **{ $name }** belum diketahui. Petugas gerai bisa menanyakannya ke unit.
variants-answer = **{ $name }** ada beberapa pilihan: { $names }.
variants-one = **{ $name }** hanya ada satu macam.
which-product = Soal produk yang mana?
place-answer =
    **{ $place }**
    { $address }
place-others = Beberapa produk diambil di tempat lain:
hours-answer = Jam buka **{ $place }**:
hours-closed = tutup
hours-unknown = Jam bukanya belum diketahui.
payment-unknown = Cara pembayarannya masih disepakati. Memesan dulu tidak apa-apa; petugas yang memberi tahu saat diambil.
delivery-unknown = Untuk saat ini pesanan diambil sendiri. Soal pengiriman belum ada ketentuannya.

## Keranjang

ask-quantity = Mau berapa { $unit } **{ $name }**?
ask-variant = **{ $name }** yang mana?
order-what = Mau pesan yang mana?
change-what = Yang mana yang mau diubah?
line = { $qty } × { $name }
line-priced = { $line } – { $price }
cart-head = **Keranjang**
cart-line = • { $line } – { $price }
cart-empty = Keranjang masih kosong.
cart-cleared = Baik, keranjangnya dikosongkan.
ask-clear-cart = Kosongkan keranjang, atau ada pesanan yang mau dibatalkan?
only-display = **{ $name }** masih pajangan, belum bisa dipesan. Boleh dilihat dan ditanyakan.
quantity-whole = **{ $name }** dihitung per { $unit } utuh. Mau berapa { $unit }?
quantity-positive = Jumlah **{ $name }** minimal satu. Mau berapa?
quantity-too-many = Wah, banyak sekali. Sekali pesan paling banyak { $max } { $unit } **{ $name }**. Mau berapa?
quantity-other-unit = **{ $name }** kami hitung per { $unit }. Kira-kira berapa { $unit }?
stock-none = Maaf, stok **{ $name }** di gerai sedang habis.
stock-short = Maaf, stok **{ $name }** di gerai tinggal { $left } { $unit }.
nothing-ordered-yet = Belum ada yang dipesan.

## Sampai konfirmasi

ask-pick-up = { $items } diambil di { $place }. Mau diambil kapan?
ask-come-back =
    { $items } dibuat dulu di { $unit }{ $days ->
        [0] .
       *[other] , sekitar { $days } hari.
    } Nanti diambil di { $place }. Apakah Anda akan ke sini lagi, dan hari apa?
pick-up-now-at = diambil sekarang di { $place }
pick-up-on-at = { $place }, { $day }
pick-up-later-at = { $place }, dikabari kalau sudah siap
pick-up-not-now = Maaf, { $place } sedang tutup.
pick-up-day-needed = Barangnya sudah ada, jadi tinggal pilih harinya, ya.
pick-up-past = Hari itu sudah lewat.
pick-up-too-far = Paling jauh { $days } hari dari sekarang, ya.
pick-up-too-early = Hari itu belum bisa. Paling cepat { $day }.
pick-up-closed = Maaf, { $place } tutup pada { $day }.
ask-name = Pesanannya atas nama siapa?
name-unclear = Maaf, namanya belum terbaca. Cukup nama panggilan, paling panjang { $max } huruf.
ask-phone = Nomor HP kalau sewaktu-waktu perlu dihubungi? Boleh dilewati.
phone-unclear = Nomor itu sepertinya belum lengkap. Contoh: 0812 3456 7890. Boleh juga dilewati.
phone-not-needed = Terima kasih, nomornya belum diperlukan dan tidak saya simpan.
share-phone = Bisa juga dibagikan lewat tombol di bawah layar.
summary-head = **Ringkasan pesanan**
summary-head-interest = **Minat Anda**
summary-quote = { $place }; harga dan harinya diberikan unit dulu
summary-name =
    { $phone ->
        [none] Atas nama { $name }
       *[other] Atas nama { $name }, { $phone }
    }
privacy-notice = Data Anda: { $keeper } Rinciannya: /privasi
ask-confirm = Sudah benar?
ask-confirm-interest = Produknya belum dijual; ini hanya dicatat sebagai minat. Catat?
confirm-still-open = Pesanannya masih menunggu konfirmasi Anda.
changed-meanwhile = Ada yang berubah di gerai sejak ringkasan tadi. Ini yang terbaru:
summary-newer = Isi keranjangnya sudah berubah sejak ringkasan itu. Ini yang terbaru:
not-confirmed = Baik, belum dipesan. Apa yang mau diubah?
nothing-to-confirm = Tidak ada yang menunggu konfirmasi. Kalau tadi sudah ditekan, pesanannya sudah tercatat.
order-placed =
    Terima kasih, pesanannya sudah tercatat.

    { $slip }

    Tunjukkan kodenya saat mengambil, ya.
interest-recorded = Terima kasih, minatnya sudah dicatat. Produknya belum dijual, jadi belum ada yang dipesan.
total = Jumlah: **{ RUPIAH($amount) }**
total-partly = Jumlah: **{ RUPIAH($amount) }**, ditambah yang harganya dikonfirmasi petugas
total-open = Jumlah: harga dikonfirmasi petugas

## Pesanan

slip-head =
    Kode **{ $code }**
    Atas nama { $name }
slip-payment =
    { $status ->
        [paid] Sudah dibayar{ $method ->
            [cash] { " " }tunai
            [qris] { " " }lewat QRIS
           *[none] {""}
        }
       *[unpaid] Belum dibayar
    }
part-head = **{ $unit }**
part-where = Ambil: { $where }
part-status = Status: { $status }
part-quote = Penawaran unit: **{ RUPIAH($amount) }**
part-state =
    { $state ->
        [new] menunggu jawaban unit
        [quoted] menunggu jawaban Anda atas penawaran
        [accepted] diterima, sedang dikerjakan
        [made] selesai dibuat, menuju tempat ambil
        [ready] siap diambil
        [collected] sudah diambil
        [rejected] tidak dapat dipenuhi
        [cancelled] dibatalkan
       *[expired] berakhir karena lewat waktu
    }
my-orders-head = **Pesanan Anda**
my-interests = **Minat yang tercatat**
order-line =
    { $code } – { $items } – { $state ->
        [open] diproses
        [ready] siap diambil
        [done] selesai
       *[closed] berakhir
    }
no-orders = Belum ada pesanan dari obrolan ini.
order-unknown = Pesanan dengan kode itu tidak ada di obrolan ini. Coba periksa lagi kodenya.
ask-cancel = Batalkan pesanan { $code } dari { $unit }?
cancelled = Baik, pesanan { $code } dari { $unit } sudah dibatalkan.
cannot-now = Maaf, itu sudah tidak bisa. Statusnya sekarang: { $status }.
quote-taken = Terima kasih, penawarannya diterima. Unit mulai mengerjakan.
quote-declined = Baik, penawaran untuk pesanan { $code } ditolak dan bagiannya dibatalkan.
quote-lapsed = Maaf, penawaran itu sudah tidak berlaku. Lihat pesanan Anda untuk yang terbaru.
unit-cancelled = Pesanan **{ $code }** ({ $name }) dibatalkan pemesannya: { $items }.
unit-quote-taken = Penawaran untuk **{ $code }** ({ $name }) diterima: { $items }. Silakan dikerjakan.
unit-quote-declined = Penawaran untuk **{ $code }** ({ $name }) ditolak pemesannya: { $items }.

## Data pribadi

privacy =
    **Data yang disimpan tentang Anda**
    Nama: { $name }
    Nomor HP: { $phone }
    Pesanan: { $orders }

    { $keeper }
    Isi obrolan Anda tidak disimpan. Petugas unit hanya melihat nama depan dan kode pesanan.
not-kept = tidak disimpan

## Tombol

button-products = Lihat produk
button-by-unit = Menurut unit
button-by-kind = Menurut jenis
button-order = Pesan
button-want = Saya berminat
button-story = Cara dibuat
button-facts = Keterangan
button-cart = Keranjang
button-checkout = Lanjut pesan
button-less = − { $name }
button-more = + { $name }
button-clear = Kosongkan
button-clear-sure = Ya, kosongkan
button-take-left = Ambil { $left } saja: { $name }
button-take-out = Keluarkan { $name }
button-now = Sekarang
button-when-ready = Kabari kalau sudah siap
button-skip = Lewati
button-share-phone = Bagikan nomor saya
button-confirm = Ya, pesan
button-confirm-interest = Ya, catat minat
button-change-cart = Ubah isi
button-change-pick-up = Ubah waktu ambil
button-change-name = Ubah nama
button-my-orders = Pesanan saya
button-place = Lokasi
button-hours = Jam buka
button-cancel = Batalkan ({ $unit })
button-cancel-sure = Ya, batalkan
button-keep = Tidak jadi batal
button-take-quote = Terima penawaran ({ $unit })
button-decline-quote = Tolak penawaran ({ $unit })

## Hari

day-today = hari ini, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-tomorrow = besok, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day = { DATETIME($day, weekday: "long", day: "numeric", month: "long") }

## Menu perintah

command-products = Lihat produk
command-cart = Keranjang
command-orders = Pesanan saya
command-help = Bantuan
command-privacy = Data saya
command-language = English
