/** What a plan is about: indicators of the registry by sector, and tasks with the department that usually leads them. */
export interface Topic {
  name: string;
  sectors: readonly string[];
  tasks: readonly (readonly [string, RegExp])[];
}

const ANY = /./;

export const TOPICS: readonly Topic[] = [
  {
    name: 'phát triển đô thị bền vững',
    sectors: ['urban', 'housing'],
    tasks: [
      ['Rà soát, điều chỉnh quy hoạch chung các đô thị', /Xây dựng|Quản lý đô thị|Kinh tế/],
      ['Lập chương trình phát triển đô thị', /Xây dựng|Quản lý đô thị|Kinh tế/],
      ['Đầu tư hệ thống thoát nước và xử lý nước thải đô thị', /Xây dựng|Quản lý đô thị|Kinh tế/],
      ['Ngầm hóa đường dây, cáp thông tin tại các tuyến phố chính', /Thông tin|Khoa học|Văn hóa/],
      ['Cân đối, bố trí vốn đầu tư hạ tầng khung', /Tài chính/],
      ['Phát triển cây xanh, công viên, không gian công cộng', /Xây dựng|Quản lý đô thị|Kinh tế/],
      ['Xây dựng cơ sở dữ liệu về đô thị và nhà ở', /Xây dựng|Quản lý đô thị|Kinh tế/],
    ],
  },
  {
    name: 'chuyển đổi số',
    sectors: ['digital'],
    tasks: [
      ['Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính', /Thông tin|Khoa học|Văn hóa/],
      ['Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực', /Nội vụ/],
      ['Phổ cập kỹ năng số cho người dân', /Thông tin|Khoa học|Văn hóa/],
      ['Hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số', /Kế hoạch|Tài chính/],
      ['Xây dựng kho dữ liệu dùng chung', /Thông tin|Khoa học|Văn hóa/],
      ['Bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức', /Nội vụ/],
    ],
  },
  {
    name: 'xây dựng nông thôn mới',
    sectors: ['rural', 'agriculture'],
    tasks: [
      ['Hướng dẫn các địa phương hoàn thiện hồ sơ đề nghị công nhận', /Nông nghiệp|Kinh tế/],
      ['Phát triển sản phẩm mỗi xã một sản phẩm', /Nông nghiệp|Kinh tế/],
      ['Cứng hóa đường trục thôn, đường nội đồng', /Giao thông|Xây dựng|Hạ tầng|Kinh tế/],
      ['Thu gom, xử lý chất thải rắn sinh hoạt khu vực nông thôn', /môi trường|Môi trường|Kinh tế/],
      ['Xây dựng vùng sản xuất tập trung gắn với truy xuất nguồn gốc', /Nông nghiệp|Kinh tế/],
      ['Đào tạo nghề cho lao động nông thôn', /Lao động|Nội vụ/],
    ],
  },
  {
    name: 'bảo vệ, chăm sóc sức khỏe nhân dân',
    sectors: ['health'],
    tasks: [
      ['Củng cố mạng lưới y tế cơ sở', /Y tế/],
      ['Mở rộng tiêm chủng cho trẻ em dưới 1 tuổi', /Y tế/],
      ['Triển khai hồ sơ sức khỏe điện tử', /Y tế/],
      ['Đào tạo, thu hút bác sĩ về công tác tại tuyến xã', /Nội vụ/],
      ['Truyền thông về dinh dưỡng học đường', /Giáo dục/],
    ],
  },
  {
    name: 'nâng cao chất lượng giáo dục',
    sectors: ['education'],
    tasks: [
      ['Đầu tư phòng học kiên cố thay thế phòng học tạm', /Giáo dục|Văn hóa/],
      ['Bồi dưỡng giáo viên theo chuẩn nghề nghiệp', /Giáo dục|Văn hóa/],
      ['Sắp xếp mạng lưới trường, lớp', /Giáo dục|Văn hóa/],
      ['Bố trí quỹ đất xây dựng trường học', /Môi trường|Kinh tế/],
      ['Phổ cập giáo dục mầm non cho trẻ em 5 tuổi', /Giáo dục|Văn hóa/],
    ],
  },
  {
    name: 'giảm nghèo bền vững',
    sectors: ['social', 'labour', 'minorities'],
    tasks: [
      ['Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo', /Xây dựng|Lao động|Kinh tế/],
      ['Rà soát hộ nghèo, hộ cận nghèo', /Lao động|Nông nghiệp|Văn hóa/],
      ['Đa dạng hóa sinh kế, nhân rộng mô hình giảm nghèo', /Nông nghiệp|Lao động|Kinh tế/],
      ['Cho vay ưu đãi đối với hộ mới thoát nghèo', /Tài chính/],
      ['Kết nối việc làm cho lao động thuộc hộ nghèo', /Lao động|Nội vụ/],
    ],
  },
  {
    name: 'bảo vệ môi trường và quản lý chất thải',
    sectors: ['environment', 'water'],
    tasks: [
      ['Phân loại chất thải rắn sinh hoạt tại nguồn', /Môi trường|Kinh tế/],
      ['Đầu tư trạm xử lý nước thải tập trung tại các cụm công nghiệp', /Công Thương|Kinh tế/],
      ['Quan trắc chất lượng nước mặt', /Môi trường|Kinh tế/],
      ['Kiểm tra việc chấp hành pháp luật về bảo vệ môi trường', /Môi trường|Kinh tế/],
      ['Mở rộng mạng lưới cấp nước sạch tập trung', /Nông nghiệp|Xây dựng|Kinh tế/],
    ],
  },
  {
    name: 'phát triển du lịch và dịch vụ',
    sectors: ['tourism', 'trade', 'culture'],
    tasks: [
      ['Xây dựng sản phẩm du lịch đặc trưng', /Du lịch|Văn hóa/],
      ['Tu bổ, tôn tạo di tích lịch sử - văn hóa', /Văn hóa/],
      ['Xúc tiến, quảng bá điểm đến', /Du lịch|Văn hóa/],
      ['Phát triển thương mại điện tử', /Công Thương|Kinh tế/],
      ['Đào tạo nhân lực du lịch', ANY],
    ],
  },
];

/** Sentences that say why; some hold words that look doubled or wrong and are not. */
export const PURPOSES: readonly string[] = [
  'Quán triệt và triển khai đồng bộ, hiệu quả các nhiệm vụ, giải pháp đã đề ra.',
  'Nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền và Nhân dân.',
  'Gắn việc thực hiện Kế hoạch với nhiệm vụ phát triển kinh tế - xã hội hằng năm.',
  'Xác định rõ nội dung, tiến độ, trách nhiệm của từng cơ quan, đơn vị.',
  'Tiến hành song song việc rà soát và việc xây dựng mới, luôn luôn lấy người dân làm trung tâm.',
  'Từng bước xây dựng các thị trấn trở thành thành phố trong tương lai.',
  'Công tác phối hợp phải chặt chẽ, thường xuyên, đúng quy định; tránh chồng chéo.',
  'Bảo đảm tiết kiệm, hiệu quả, không phô trương, hình thức.',
  'Kế thừa những kết quả đã đạt được; khắc phục những hạn chế, yếu kém trong giai đoạn trước.',
];

export const LIST_ITEMS: readonly string[] = [
  'Nâng cao hiệu lực, hiệu quả quản lý nhà nước',
  'Hoàn thiện cơ chế, chính sách',
  'Huy động và sử dụng hiệu quả các nguồn lực',
  'Đẩy mạnh thông tin, tuyên truyền',
  'Phát triển nguồn nhân lực',
  'Tăng cường kiểm tra, giám sát',
  'Đẩy mạnh ứng dụng khoa học và công nghệ',
  'Mở rộng hợp tác, liên kết vùng',
  'Cải cách thủ tục hành chính',
];

export const PRODUCTS: readonly string[] = ['Kế hoạch', 'Báo cáo kết quả', 'Quyết định phê duyệt', 'Hội nghị', 'Cơ sở dữ liệu', 'Văn bản hướng dẫn'];
export const SIGNATORIES: readonly string[] = ['Trần Quốc Bảo', 'Lê Thị Hồng Vân', 'Nguyễn Đức Thịnh', 'Phạm Minh Khôi', 'Đoàn Vĩnh Phát', 'Hà Quang Tiệp'];
